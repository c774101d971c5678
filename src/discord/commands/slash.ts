/** Which command is run by what. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { Services } from '../services.ts';
import { runCase } from './case.ts';
import { runCases } from './cases/cases.ts';
import { errorCommand } from './definitions.ts';
import { runError } from './error.ts';
import { runForget } from './forget.ts';
import { runIncident } from './incident.ts';
import { runModel } from './model.ts';
import { modelCommand } from './model-definition.ts';
import { caseCommand, forgetCommand } from './own-definitions.ts';
import { setupCommand } from './setup/definition.ts';
import { runSetup } from './setup/setup.ts';
import { casesCommand, incidentCommand } from './staff-definitions.ts';

type Run = (interaction: ChatInputCommandInteraction, services: Services) => Promise<void>;

export const slashCommands: ReadonlyMap<string, Run> = new Map<string, Run>([
  [errorCommand, runError],
  [modelCommand, runModel],
  [caseCommand, runCase],
  [casesCommand, runCases],
  [incidentCommand, runIncident],
  [forgetCommand, runForget],
  [setupCommand, runSetup],
]);
