/** One use of a card's button or modal by somebody who is staff. */
import type { Incident } from '../../../escalation/incident.ts';
import type { Say } from '../../language/words.ts';
import type { Services } from '../../services.ts';
import type { ControlInteraction } from '../control.ts';

export interface CardUse<Interaction extends ControlInteraction = ControlInteraction> {
  readonly interaction: Interaction;
  readonly incident: Incident;
  readonly services: Services;
  /** In the language of the person. */
  readonly say: Say;
}
