/* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- the enums themselves would add a fifth to the page */
/** The few numbers of Discord's API that the page knows; a wrong one does not compile. */
import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  MessageType,
  TextInputStyle,
} from 'discord-api-types/v10';

export const optionType: {
  readonly subcommand: ApplicationCommandOptionType.Subcommand;
  readonly group: ApplicationCommandOptionType.SubcommandGroup;
  readonly integer: ApplicationCommandOptionType.Integer;
  readonly boolean: ApplicationCommandOptionType.Boolean;
  readonly user: ApplicationCommandOptionType.User;
  readonly channel: ApplicationCommandOptionType.Channel;
  readonly role: ApplicationCommandOptionType.Role;
  readonly mentionable: ApplicationCommandOptionType.Mentionable;
  readonly number: ApplicationCommandOptionType.Number;
  readonly attachment: ApplicationCommandOptionType.Attachment;
} = {
  subcommand: 1,
  group: 2,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
};

export const commandType: {
  readonly slash: ApplicationCommandType.ChatInput;
  readonly message: ApplicationCommandType.Message;
} = { slash: 1, message: 3 };

export const componentType: {
  readonly row: ComponentType.ActionRow;
  readonly button: ComponentType.Button;
  readonly select: ComponentType.StringSelect;
  readonly textInput: ComponentType.TextInput;
  readonly textDisplay: ComponentType.TextDisplay;
  readonly label: ComponentType.Label;
} = { row: 1, button: 2, select: 3, textInput: 4, textDisplay: 10, label: 18 };

export const buttonStyle: {
  readonly primary: ButtonStyle.Primary;
  readonly secondary: ButtonStyle.Secondary;
  readonly success: ButtonStyle.Success;
  readonly danger: ButtonStyle.Danger;
  readonly link: ButtonStyle.Link;
} = { primary: 1, secondary: 2, success: 3, danger: 4, link: 5 };

export const paragraph: TextInputStyle.Paragraph = 2;

export const flag: { readonly ephemeral: MessageFlags.Ephemeral; readonly loading: MessageFlags.Loading } = {
  ephemeral: 64,
  loading: 128,
};

export const messageType: {
  readonly reply: MessageType.Reply;
  readonly threadCreated: MessageType.ThreadCreated;
  readonly threadStarter: MessageType.ThreadStarterMessage;
} = { reply: 19, threadCreated: 18, threadStarter: 21 };

/** Any component, with the fields that are drawn. */
export interface Part {
  readonly type: ComponentType;
  readonly custom_id?: string;
  readonly components?: readonly Part[];
  readonly component?: Part;
  readonly style?: ButtonStyle | TextInputStyle;
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
