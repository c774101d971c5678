/** An interaction in the hands of the person who began it: wait here for what the bot makes of it. */
import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import type { Choice, Interaction, Modal } from '../world/types.ts';
import type { World } from '../world/world.ts';
import { until } from './until.ts';

export class InteractionHandle {
  readonly id: string;
  readonly record: Interaction;
  readonly #world: World;

  constructor(world: World, record: Interaction) {
    this.id = record.id;
    this.record = record;
    this.#world = world;
  }

  /** Any first answer, a defer included. */
  acknowledged(ms?: number): Promise<Interaction> {
    return this.#until(
      'an acknowledgement of',
      () => (this.record.state === 'pending' ? null : this.record),
      ms,
    );
  }

  /** The answer itself, once it no longer says that the bot is thinking. */
  message(ms?: number): Promise<APIMessage> {
    return this.#until('the answer to', () => this.original(), ms);
  }

  /** The nth further message, counting from 0. */
  followUp(index = 0, ms?: number): Promise<APIMessage> {
    return this.#until(`follow-up ${index} to`, () => this.followUps()[index], ms);
  }

  modal(ms?: number): Promise<Modal> {
    return this.#until('a modal for', () => this.record.modal, ms);
  }

  choices(ms?: number): Promise<Choice[]> {
    return this.#until('choices for', () => this.record.choices, ms);
  }

  /** As it looks now; null while there is none, while it is loading, and after it was deleted. */
  original(): APIMessage | null {
    if (this.record.state === 'pending' || this.record.state === 'deferred-update') return null;
    const message = this.#message(this.record.originalId);
    return message && !((message.flags ?? 0) & MessageFlags.Loading) ? message : null;
  }

  followUps(): APIMessage[] {
    return this.record.followUpIds.flatMap((id) => this.#message(id) ?? []);
  }

  #message(id: string | null): APIMessage | null {
    return this.#world.messages.get(this.record.channelId)?.get(id ?? '') ?? null;
  }

  #until<T>(what: string, look: () => T | null | undefined, ms: number | undefined): Promise<T> {
    return until(this.#world, look, () => `${what} ${this.record.label} by ${this.record.user.username}`, ms);
  }
}
