/** What somebody typed into the terminal chat → what to do. Pure. */

export type Action =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'error'; readonly query: string; readonly model?: string; readonly log?: string }
  | { readonly kind: 'suggest'; readonly query: string }
  | { readonly kind: 'become'; readonly who: 'alice' | 'bo' | 'staff' | 'owner' }
  | { readonly kind: 'direct'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'menu' }
  | { readonly kind: 'edit'; readonly text: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'pick'; readonly choice: string }
  | { readonly kind: 'fill'; readonly text: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'slash'; readonly command: string; readonly text: string };

export const helpText = `Type a line or paste a log: it is posted in #help. Several lines: <<< on a line, the text, >>> on a line.
  /error 429 [model:NAME] [log:FILE]   look an error up        /suggest TEXT   what /error offers while typing
  /file FILE     post a file                                   /menu           Diagnose error on the last message
  /mention TEXT  post a message that mentions the bot          /dm TEXT        write to the bot directly
  /press LABEL   press a button, e.g. /press Still stuck       /pick N         choose from a list
  /fill TEXT     fill in and send the form that opened         /edit TEXT, /delete   your last message
  /NAME [OPTION:VALUE …]   any other command of the bot, e.g. /cases state:open, /setup quiet:yes, /forget user:@Alice
  /staff         be Mei of the staff in #support-desk          /user, /bo      be Alice or Bo in #help
  /owner         be the owner of the server in #help (for /setup)
  /help          this text                                     /quit           end`;

/** A line that starts with a known command is one; any other line, a path like /v1/models too, is a message. */
export function parse(line: string): Action {
  const match = /^\/([a-z]+)(?:\s+([\s\S]*))?$/.exec(line.trim());
  if (match === null) return { kind: 'say', text: line };
  const [, command = '', rest = ''] = match;
  const text = rest.trim();
  switch (command) {
    case 'error':
      return errorAction(text);
    case 'suggest':
      return { kind: 'suggest', query: text };
    case 'staff':
      return { kind: 'become', who: 'staff' };
    case 'user':
    case 'alice':
      return { kind: 'become', who: 'alice' };
    case 'bo':
      return { kind: 'become', who: 'bo' };
    case 'owner':
      return { kind: 'become', who: 'owner' };
    case 'dm':
      return { kind: 'direct', text };
    case 'mention':
      return { kind: 'mention', text };
    case 'file':
      return { kind: 'file', path: text };
    case 'edit':
      return { kind: 'edit', text };
    case 'press':
      return { kind: 'press', label: text };
    case 'pick':
      return { kind: 'pick', choice: text };
    case 'fill':
      return { kind: 'fill', text };
    case 'menu':
    case 'delete':
    case 'help':
    case 'quit':
      return { kind: command };
    default:
      return { kind: 'slash', command, text };
  }
}

/** `model:` and `log:` may stand anywhere, as in Discord's own client. */
function errorAction(text: string): Action {
  const model = /(?:^|\s)model:(\S+)/.exec(text)?.[1];
  const log = /(?:^|\s)log:(\S+)/.exec(text)?.[1];
  const query = text
    .replace(/(?:^|\s)(?:model|log):\S+/g, ' ')
    .replace(/(?:^|\s)query:/, ' ')
    .trim();
  return {
    kind: 'error',
    query,
    ...(model === undefined ? {} : { model }),
    ...(log === undefined ? {} : { log }),
  };
}

/** Joins the lines between <<< and >>> into one; what is still open at the end is posted as it stands. */
export async function* inputs(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let paste: string[] | null = null;
  for await (const line of lines) {
    if (paste === null && line.trim() === '<<<') paste = [];
    else if (paste !== null && line.trim() === '>>>') {
      yield paste.join('\n');
      paste = null;
    } else if (paste !== null) paste.push(line);
    else if (line.trim() !== '') yield line;
  }
  if (paste !== null && paste.length > 0) yield paste.join('\n');
}
