/** Reads a list of models whatever platform it comes from: the shape of the answer tells which. Pure. */
import type { z } from 'zod';
import type { ModelList } from '../model.ts';
import { geminiShape } from './gemini.ts';
import { newApiShape } from './new-api.ts';
import { oneHubShape } from './one-hub.ts';
import { openAiShape } from './openai.ts';
import { plainShape } from './plain.ts';
import type { Found } from './shape.ts';
import { shippedShape } from './shipped.ts';
import { isName, tidyGroups, tidyModels } from './tidy.ts';

/** The first that fits is taken, those that tell more before those that tell less. */
const shapes = [newApiShape, openAiShape, oneHubShape, shippedShape, geminiShape, plainShape];
const mostModels = 50_000;

/** What was read is no list of models; the message is for people and quotes nothing but names of fields. */
export class ListFault extends Error {}

/**
 * @param json an answer of any of the shapes, or the shipped file
 * @throws ListFault when it has no such shape, says that it failed, is not whole, is empty or names over 50,000 models
 */
export function readModelList(json: unknown): ModelList {
  if (isObject(json) && json.success === false) throw new ListFault('it says of itself that it failed');
  // Before anything looks at them one by one.
  if (countOf(json) > mostModels) throw new ListFault(`it names more than ${mostModels} models`);
  const { models: found, autoGroups = [], incomplete } = findModels(json);
  if (incomplete !== undefined) throw new ListFault(`it holds only the first page: ${incomplete}`);
  const models = tidyModels(found);
  if (models.length === 0) throw new ListFault('it names no model');
  return { models, autoGroups: tidyGroups(autoGroups) };
}

function findModels(json: unknown): Found {
  const misfits: Misfit[] = [];
  for (const { name, schema } of shapes) {
    const parsed = schema.safeParse(json);
    if (parsed.success) return parsed.data;
    misfits.push({ name, path: deepestOf(parsed.error), faults: parsed.error.issues.length });
  }
  const understood = shapes.map(({ name }) => name).join('; ');
  throw new ListFault(
    `it is no list of models: found ${describe(json)}${closestOf(misfits)}. Understood are: ${understood}`,
  );
}

/** How many models there are in any of the places where a shape has them. */
function countOf(json: unknown): number {
  const lists = isObject(json) ? [json.data, json.models] : [json];
  return Math.max(...lists.map((list) => (Array.isArray(list) ? list : Object.keys(list ?? {})).length));
}

interface Misfit {
  readonly name: string;
  readonly path: readonly PropertyKey[];
  readonly faults: number;
}

/** Which shape was meant, and where it is wrong: said only when more than the outermost field fits. */
function closestOf(misfits: readonly Misfit[]): string {
  const [closest] = misfits.toSorted((a, b) => b.path.length - a.path.length || a.faults - b.faults);
  if (closest === undefined || closest.path.length < 2) return '';
  return `, close to ${closest.name} but for ${closest.path.map(fieldName).join('.')}`;
}

/** Where the schema got furthest before something did not fit. */
function deepestOf({ issues }: z.ZodError): PropertyKey[] {
  return issues.map(({ path }) => path).reduce((far, path) => (path.length > far.length ? path : far), []);
}

function describe(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json))
    return json.length === 0 ? 'an empty list' : `a list that begins with ${kindOf(json[0])}`;
  if (!isObject(json)) return kindOf(json);
  const fields = Object.keys(json);
  if (fields.length === 0) return 'an object without fields';
  return `an object with ${fields.slice(0, 6).map(fieldName).join(', ')}${fields.length > 6 ? ' …' : ''}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'a truth value' }[typeof value as string] ?? 'an object'
  );
}

function fieldName(field: PropertyKey): string {
  const text = String(field);
  return isName(text) ? text.slice(0, 40) : '?';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
