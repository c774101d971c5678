/** What the embedded Discord knows. Everything public keeps the shape of Discord's own API objects. */
import type {
  APIApplicationCommand,
  APIAttachment,
  APIGuildMember,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIRole,
  APIUser,
  APIApplicationCommandOptionChoice,
  APIOverwrite,
  APIThreadMetadata,
  InteractionType,
  InteractionResponseType,
  ChannelType,
} from 'discord-api-types/v10';

/** A thing or its id. */
export type Ref = string | { id: string };

export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

export interface Application {
  id: string;
  name: string;
  token: string;
  /** The switch in the developer portal; without it an identify with the intent ends in close code 4014. */
  messageContent: boolean;
  guildMembers: boolean;
  presences: boolean;
  bot: APIUser;
}

/** A person or a bot. `dmsClosed` and `locale` never travel; they decide what happens. */
export interface Person {
  user: APIUser;
  locale: string;
  dmsClosed: boolean;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  preferredLocale: string;
  roles: Map<string, APIRole>;
  members: Map<string, APIGuildMember & { user: APIUser }>;
}

/** A text channel, a thread or a DM. */
export interface Channel {
  id: string;
  type: ChannelType;
  guildId: string | null;
  name: string | null;
  topic: string | null;
  parentId: string | null;
  position: number;
  rateLimitPerUser: number;
  overwrites: Map<string, APIOverwrite>;
  /** The overwrites as they were before a test began to take permissions away. */
  untouched: Map<string, APIOverwrite> | null;
  lastMessageId: string | null;
  /** DM only. */
  recipientId: string | null;
  /** Threads only. */
  thread: Thread | null;
}

export interface Thread {
  ownerId: string;
  metadata: Omit<APIThreadMetadata, 'auto_archive_duration'> & { auto_archive_duration: number };
  memberIds: Set<string>;
  messageCount: number;
}

/** Whom a message really notified. */
export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** What Discord knows about a message and does not tell. */
export interface MessageFacts {
  pinged: Pings;
  /** The one user that sees an ephemeral message; null when everybody does. */
  visibleTo: string | null;
  interactionId: string | null;
  /** Kept apart from `nonce` in the message, which other readers do not get. */
  nonce: string | null;
}

export interface StoredAttachment {
  attachment: APIAttachment;
  bytes: Uint8Array;
  path: string;
}

export type Command = APIApplicationCommand;

export type InteractionState = 'pending' | 'deferred' | 'deferred-update' | 'answered';

export type Modal = APIModalInteractionResponseCallbackData;
export type Choice = APIApplicationCommandOptionChoice;

export interface Interaction {
  id: string;
  token: string;
  type: InteractionType;
  createdAt: number;
  user: APIUser;
  channelId: string;
  guildId: string | null;
  locale: string;
  /** `/error`, `Diagnose message`, or the custom id that was used: for people reading a failing test. */
  label: string;
  /** What the bot was given. */
  data: object;
  /** The message a component or a modal hangs on. */
  messageId: string | null;
  /** What a modal was opened by, for its metadata. */
  triggeredBy: string | null;
  commandName: string | null;
  state: InteractionState;
  responseType: InteractionResponseType | null;
  acknowledgedAt: number | null;
  /** Fixed when the bot defers; an edit cannot change it. */
  ephemeral: boolean;
  originalId: string | null;
  followUpIds: string[];
  modal: Modal | null;
  choices: Choice[] | null;
}

export type { APIMessage as Message };
