/** The few numbers of Discord's API that the page knows; the types make sure that they are the right ones. */
import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  MessageType,
  TextInputStyle,
} from 'discord-api-types/v10';

export const optionType = {
  subcommand: 1 satisfies ApplicationCommandOptionType.Subcommand,
  group: 2 satisfies ApplicationCommandOptionType.SubcommandGroup,
  integer: 4 satisfies ApplicationCommandOptionType.Integer,
  boolean: 5 satisfies ApplicationCommandOptionType.Boolean,
  user: 6 satisfies ApplicationCommandOptionType.User,
  channel: 7 satisfies ApplicationCommandOptionType.Channel,
  role: 8 satisfies ApplicationCommandOptionType.Role,
  mentionable: 9 satisfies ApplicationCommandOptionType.Mentionable,
  number: 10 satisfies ApplicationCommandOptionType.Number,
  attachment: 11 satisfies ApplicationCommandOptionType.Attachment,
} as const;

export const commandType = {
  slash: 1 satisfies ApplicationCommandType.ChatInput,
  message: 3 satisfies ApplicationCommandType.Message,
} as const;

export const componentType = {
  row: 1 satisfies ComponentType.ActionRow,
  button: 2 satisfies ComponentType.Button,
  select: 3 satisfies ComponentType.StringSelect,
  textInput: 4 satisfies ComponentType.TextInput,
  textDisplay: 10 satisfies ComponentType.TextDisplay,
  label: 18 satisfies ComponentType.Label,
} as const;

export const buttonStyle = {
  primary: 1 satisfies ButtonStyle.Primary,
  secondary: 2 satisfies ButtonStyle.Secondary,
  success: 3 satisfies ButtonStyle.Success,
  danger: 4 satisfies ButtonStyle.Danger,
  link: 5 satisfies ButtonStyle.Link,
} as const;

export const paragraph = 2 satisfies TextInputStyle.Paragraph;

export const flag = {
  ephemeral: 64 satisfies MessageFlags.Ephemeral,
  loading: 128 satisfies MessageFlags.Loading,
} as const;

export const messageType = {
  threadCreated: 18 satisfies MessageType.ThreadCreated,
  threadStarter: 21 satisfies MessageType.ThreadStarterMessage,
} as const;

/** Any component, with the fields that are drawn. */
export interface Part {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly components?: readonly Part[];
  readonly component?: Part;
  readonly style?: number;
  readonly label?: string;
  readonly description?: string;
  readonly content?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string;
    readonly default?: boolean;
  }[];
}
