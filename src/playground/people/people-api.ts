/** Everything a test or a terminal can do as a person, and the ways to wait for what the bot does. */
import type { APIEmbed, APIMessage, APIRole, APIUser } from 'discord-api-types/v10';
import * as channels from '../world/channels.ts';
import { findGuild, messageById } from '../world/find.ts';
import * as guilds from '../world/guilds.ts';
import * as people from '../world/people.ts';
import { idOf, type Channel, type Choice, type Guild, type Person, type Ref } from '../world/types.ts';
import type { World, WorldEvents } from '../world/world.ts';
import * as commands from './commands.ts';
import * as components from './components.ts';
import type { InteractionHandle } from './interaction-handle.ts';
import { submitModal, type ModalSubmission } from './modals.ts';
import * as talk from './say.ts';
import * as threads from './threads.ts';
import * as waiting from './waiting.ts';

export interface PeopleApi {
  createUser: (user: people.NewUser) => APIUser;
  setPerson: (user: Ref, change: Partial<Pick<Person, 'locale' | 'dmsClosed'>>) => void;
  directMessages: (user: Ref) => Channel;

  createGuild: (guild: guilds.NewGuild) => Guild;
  updateGuild: (guild: Ref, change: { name?: string; preferredLocale?: string }) => Guild;
  addBot: (guild: Ref) => void;
  removeBot: (guild: Ref) => void;
  createRole: (guild: Ref, role: guilds.NewRole) => APIRole;
  setRolePermissions: (guild: Ref, role: Ref, permissions: bigint) => void;
  addMember: (guild: Ref, user: Ref, roles?: Ref[]) => void;
  removeMember: (guild: Ref, user: Ref) => void;
  setMemberRoles: (guild: Ref, user: Ref, roles: Ref[]) => void;

  createChannel: (channel: channels.NewChannel) => Channel;
  deleteChannel: (channel: Ref) => void;
  setOverwrite: (channel: Ref, overwrite: channels.Overwrite) => void;
  clearOverwrite: (channel: Ref, of: Ref) => void;
  /** Takes permissions from the bot in one channel (adds to what was taken before). */
  takeFromBot: (channel: Ref, permissions: bigint) => void;
  giveBackToBot: (channel: Ref) => void;
  startThread: (thread: threads.PersonsThread) => Channel;
  archiveThread: (thread: Ref, how?: { locked?: boolean }) => void;

  say: (saying: talk.Saying) => APIMessage;
  sayAsWebhook: (saying: talk.WebhookSaying) => APIMessage;
  editMessage: (editing: talk.Editing) => APIMessage;
  deleteMessage: (message: Ref) => void;
  /** Many at once: one MESSAGE_DELETE_BULK. */
  purge: (channel: Ref, messages: Ref[]) => void;
  /** The preview of a link comes in: an update without an edit. */
  unfurl: (message: Ref, embeds: APIEmbed[]) => APIMessage;
  react: (use: talk.ReactionUse) => void;
  slash: (use: commands.SlashUse) => InteractionHandle;
  autocomplete: (use: commands.AutocompleteUse) => Promise<Choice[]>;
  contextMenu: (use: commands.ContextMenuUse) => InteractionHandle;
  click: (click: components.Click) => InteractionHandle;
  select: (selection: components.Selection) => InteractionHandle;
  submitModal: (submission: ModalSubmission) => InteractionHandle;

  /** The message as it is now; null when it is gone. */
  message: (message: Ref) => APIMessage | null;
  /** Oldest first, ephemeral ones included. */
  messagesIn: (channel: Ref) => APIMessage[];
  threadsIn: (channel: Ref) => Channel[];
  waitForMessage: (fits: waiting.Fits, ms?: number) => Promise<APIMessage>;
  /** The bot's reply to a message. */
  waitForReply: (to: Ref, ms?: number) => Promise<APIMessage>;
  waitForUpdate: (message: Ref, fits: waiting.Fits, ms?: number) => Promise<APIMessage>;
  waitForDelete: (message: Ref, ms?: number) => Promise<void>;
  waitForThread: (fits: (thread: Channel) => boolean, ms?: number) => Promise<Channel>;
  /** Resolves after the time when the bot wrote nothing in it, rejects when it did. */
  expectSilence: (ms: number, fits?: waiting.Fits) => Promise<void>;
  on: <E extends keyof WorldEvents>(event: E, listener: (...args: WorldEvents[E]) => void) => () => void;
}

export function peopleApi(world: World): PeopleApi {
  return { ...building(world), ...acting(world), ...watching(world) };
}

function building(world: World) {
  const bot = world.application.id;
  return {
    createUser: (user) => people.createUser(world, user),
    setPerson: (user, change) => {
      people.setPerson(world, user, change);
    },
    directMessages: (user) => people.directMessageChannel(world, user),
    createGuild: (guild) => guilds.createGuild(world, guild),
    updateGuild: (guild, change) => guilds.updateGuild(world, guild, change),
    addBot: (guild) => {
      guilds.addBot(world, guild);
    },
    removeBot: (guild) => {
      guilds.removeBot(world, guild);
    },
    createRole: (guild, role) => guilds.createRole(world, guild, role),
    setRolePermissions: (guild, role, permissions) => {
      guilds.setRolePermissions(world, guild, role, permissions);
    },
    addMember: (guild, user, roles) => {
      guilds.addMember(world, findGuild(world, guild), user, roles);
    },
    removeMember: (guild, user) => {
      guilds.removeMember(world, guild, user);
    },
    setMemberRoles: (guild, user, roles) => {
      guilds.setMemberRoles(world, guild, user, roles);
    },
    createChannel: (channel) => channels.createChannel(world, channel),
    deleteChannel: (channel) => {
      channels.deleteChannel(world, channel);
    },
    setOverwrite: (channel, overwrite) => {
      channels.setOverwrite(world, channel, overwrite);
    },
    clearOverwrite: (channel, of) => {
      channels.clearOverwrite(world, channel, of);
    },
    takeFromBot: (channel, permissions) => {
      channels.takePermissions(world, channel, bot, permissions);
    },
    giveBackToBot: (channel) => {
      channels.giveBackPermissions(world, channel, bot);
    },
    startThread: (thread) => threads.startThread(world, thread),
    archiveThread: (thread, how) => {
      threads.archiveThread(world, thread, how);
    },
  } satisfies Partial<PeopleApi>;
}

function acting(world: World) {
  return {
    say: (saying) => talk.say(world, saying),
    sayAsWebhook: (saying) => talk.sayAsWebhook(world, saying),
    editMessage: (editing) => talk.editMessage(world, editing),
    deleteMessage: (message) => {
      talk.deleteMessage(world, message);
    },
    purge: (channel, messages) => {
      talk.purge(world, channel, messages);
    },
    unfurl: (message, embeds) => talk.unfurl(world, message, embeds),
    react: (use) => {
      talk.addReaction(world, use);
    },
    slash: (use) => commands.slash(world, use),
    autocomplete: (use) => commands.autocomplete(world, use),
    contextMenu: (use) => commands.contextMenu(world, use),
    click: (click) => components.click(world, click),
    select: (selection) => components.select(world, selection),
    submitModal: (submission) => submitModal(world, submission),
  } satisfies Partial<PeopleApi>;
}

function watching(world: World) {
  return {
    message: (ref) => messageById(world, idOf(ref)) ?? null,
    messagesIn: (channel) => [...(world.messages.get(idOf(channel))?.values() ?? [])],
    threadsIn: (channel) => [...world.channels.values()].filter((one) => one.parentId === idOf(channel)),
    waitForMessage: (fits, ms) => waiting.waitForMessage(world, fits, ms),
    waitForReply: (to, ms) => waiting.waitForReply(world, to, ms),
    waitForUpdate: (message, fits, ms) => waiting.waitForUpdate(world, message, fits, ms),
    waitForDelete: (message, ms) => waiting.waitForDelete(world, message, ms),
    waitForThread: (fits, ms) => waiting.waitForThread(world, fits, ms),
    expectSilence: (ms, fits) => waiting.expectSilence(world, ms, fits),
    on: <E extends keyof WorldEvents>(event: E, listener: (...args: WorldEvents[E]) => void) => {
      world.events.on(event, listener as never);
      return () => world.events.off(event, listener as never);
    },
  } satisfies Partial<PeopleApi>;
}
