/** Where a text states the HTTP status of a failure. A number counts only in a place where clients print one. Pure. */

export interface StatusMention {
  readonly status: number;
  readonly start: number;
  readonly end: number;
  /** 3: a client or a body states it; 2: a log line of an access; 1: a number with its reason phrase, or said by a person. */
  readonly trust: 1 | 2 | 3;
}

/** Statuses that gateways really send: no other number is a status. */
const known = new Set([
  400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 422, 424, 429, 498, 500, 501, 502, 503, 504, 520, 521,
  522, 523, 524, 525, 526, 529,
]);

/** Not a part of a longer number, and not a count of something. */
const code =
  '([45]\\d\\d)(?!\\d|\\.\\d|%|/|[a-z]|\\s?(?:多|个|次|条|人|张|块|元|字|秒|分|倍|页|行|万|刀|ms\\b|tokens\\b|users?\\b|times\\b|requests?\\b|px\\b|MB\\b|KB\\b|rpm\\b))';

/** Not the port of an address, nor a part of a word or path. */
const notPort = '(?<![\\w./-]|(?:localhost|\\.[a-z]{2,10}|\\d):)';

const reasonPhrases: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed|Not Allowed',
  408: 'Request Time-?out',
  413: '(?:Request Entity|Payload|Content) Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable (?:Entity|Content)',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service (?:Temporarily )?Unavailable',
  504: 'Gateway Time-?out',
  520: 'Web server is returning an unknown error',
  521: 'Web server is down',
  522: 'Connection timed out',
  523: 'Origin is unreachable',
  524: 'A timeout occurred',
  525: 'SSL handshake failed',
  526: 'Invalid SSL certificate',
  529: 'Overloaded|Site is overloaded',
};

const stated: readonly RegExp[] = [
  // Error code: 429 · error code 413 · ErrorCode=503 · 错误码：500 · 状态码: 401 · http_status=503 · statusCode":502
  new RegExp(
    `(?:error[ _-]?code|status[ _-]?code|http[ _-]?(?:status|code)|err_?code|response code|错误代?码|狀態碼|状态码|상태 ?코드|에러 ?코드|錯誤代?碼|返回码|响应码)["']?\\s{0,2}(?:[:=#]|is|是|为)?\\s{0,2}["'(\\[]?(?:HTTP )?${code}`,
    'gi',
  ),
  // API Error: 529 · API Error (529 … · API error (attempt 1/11): 403 · openai.BadRequestError: 400
  new RegExp(
    `(?:\\bAPI[ _-]?|[a-z])(?:error|exception)(?: \\((?:attempt )?\\d+\\/\\d+\\))?\\s?[:(]\\s?\\(?(?:HTTP )?${code}`,
    'gi',
  ),
  // unexpected status 503 · last status: 429 · status: 405 · Status 403 · "status": 403 · "code": 404
  new RegExp(
    `\\b(?:(?:unexpected |last |response |http )?status|code|errcode|raw_status_code|http_code)["']?\\s{0,2}[:= ]\\s{0,2}["'(]?${code}(?=[\\s"',;:.)}\\]]|$)`,
    'gi',
  ),
  // HTTP 404 · HTTP error 503 · HTTP错误 502 · http状态 500
  new RegExp(`\\bHTTP\\s?(?:error|错误|狀態|状态|response)?[ :-]{0,3}${code}(?!\\d)`, 'gi'),
  // <title>504 … · <h1>403 … · title | 524: A timeout
  new RegExp(`(?:<(?:title|h[1-3])>\\s{0,4}|\\|\\s)(?:error )?${code}(?=[\\s:<])`, 'gi'),
  // 429 status code (no body) · 503 Server Error: … for url · Repeated 529 Overloaded errors
  new RegExp(`\\b${code}(?= status code| (?:client|server) error:)`, 'gi'),
  // Error 522: · Error: 401 · error 400: {
  new RegExp(
    `(?<![A-Za-z])(?:[Ee]rror|ERROR|[Ff]ehler|[Ee]rreur|[Ee]rro|[Оо]шибка|エラー|HTTPError|错误|錯誤|failed)\\s?[:#]?\\s?["'(]?${code}(?=[)"']?:? ?(?:[-–] )?[{<"'(]|:? [A-Z]|(?<=failed: \\d{3}) )`,
    'gu',
  ),
  // Request rejected (429) · <400> InternalError.Algo
  new RegExp(`(?:(?<=[a-z] )\\(${code}\\)|<${code}> ?(?=[A-Z]))`, 'g'),
  // 429 {"error" · 403 - {'error' · 404 None. {' · (503) {
  new RegExp(`${notPort}${code}(?=\\)?[\\s:-]{0,4}(?:None\\.? ?|[A-Z_]{6,30}\\.? )?[{\\[]["'])`, 'g'),
  // 503 - model_not_found: · (404 model_not_found) · 401_invalid
  new RegExp(`${notPort}${code}(?=[ :-]{1,3}[a-z]+(?:_[a-z]+)+)`, 'g'),
  // 503 UNAVAILABLE. {  · 400 INVALID_ARGUMENT
  new RegExp(`${notPort}${code}(?= (?:[A-Z]{4,}|[A-Z]{2,}(?:_[A-Z]+)+)\\b)`, 'g'),
];

const accessed: readonly RegExp[] = [
  // "HTTP/1.1 503 Service Unavailable"
  new RegExp(`\\bHTTP/[\\d.]{1,3}["']? ${code}`, 'gi'),
];

const said: readonly RegExp[] = [
  // error 503 · 错误 429，
  new RegExp(
    `\\b(?:error|fehler|erreur|erro|ошибка|エラー|错误|錯誤)\\s?[:#]?\\s?${code}(?=[\\s,.!?:)]|$)`,
    'giu',
  ),
  // 报错503 · 报 500 · 返回 429 · 出现 503 错误 · 500错误 · 老是 429
  new RegExp(
    `(?:报错?(?:了|是|码)?|報錯|返回了?|出现|提示|显示|一直|老是|总是|又是|全是|都是)[\\s:]{0,2}(?:HTTP |错误 ?)?${code}`,
    'g',
  ),
  new RegExp(`${notPort}${code}(?=\\s?(?:错误|报错|錯誤|error\\b|エラー))`, 'gi'),
  new RegExp(
    `\\b(?:getting|get|got|gives?|returns?|returned|throws?|with|receive[ds]?|see(?:ing)?|hit(?:ting)?|keeps?|a|an|the) (?:an? |constant |random |lots of )?(?:HTTP )?${code}(?=s?[\\s.,!?:)]|$)`,
    'gi',
  ),
  // …就403 · 又是 429，
  new RegExp(`[\\u4e00-\\u9fff] ?${code}(?=了?(?:[\\s,!?。]|$))`, 'gm'),
  // at the start of the message or of a line
  new RegExp(
    `^[\\s>#*•●■⎿\\[\\](){}A-Z_|-]{0,24}${code}(?=了?(?:[:,]|\\s{1,3}[A-Za-z{<"\\u4e00-\\u9fff]|$)|[\\u4e00-\\u9fff])`,
    'gm',
  ),
];

/** Every mention, in the order of the text. folded: see fold(). */
export function findStatuses(folded: string): StatusMention[] {
  const found = new Map<number, StatusMention>();
  const add = (patterns: readonly RegExp[], trust: 1 | 2 | 3) => {
    for (const pattern of patterns) {
      for (const match of folded.matchAll(pattern)) {
        const digits = match[1] ?? match[2] ?? '';
        const start = match.index + match[0].lastIndexOf(digits);
        if (!known.has(Number(digits)) || isOfTransfer(folded, start)) continue;
        if ((found.get(start)?.trust ?? 0) >= trust) continue;
        found.set(start, { status: Number(digits), start, end: start + 3, trust });
      }
    }
  };
  add(stated, 3);
  add(accessed, 2);
  add(said, 1);
  for (const mention of withReasonPhrase(folded)) {
    if ((found.get(mention.start)?.trust ?? 0) < mention.trust) found.set(mention.start, mention);
  }
  return [...found.values()]
    .filter(({ start, trust }) => trust === 3 || !isOfAnotherPath(folded, start))
    .sort((a, b) => a.start - b.start);
}

const numberBeforePhrase = new RegExp(`${notPort}([45]\\d\\d):? \\(?(?=[A-Z])`, 'g');

/** `503 Service Unavailable`, `404 (Not Found)` */
function withReasonPhrase(folded: string): StatusMention[] {
  return [...folded.matchAll(numberBeforePhrase)].flatMap((match) => {
    const status = Number(match[1]);
    const phrase = reasonPhrases[status];
    const after = folded.slice(match.index + match[0].length, match.index + 60);
    if (phrase === undefined || !new RegExp(`^(?:${phrase})`, 'i').test(after)) return [];
    return [{ status, start: match.index, end: match.index + 3, trust: 2 as const }];
  });
}

/** A page or a file that is fetched beside the calls: its 404 is nobody's trouble. */
function isOfAnotherPath(folded: string, at: number): boolean {
  const line = folded.slice(Math.max(folded.lastIndexOf('\n', at) + 1, at - 300), at);
  return /\bGET\b/.test(line) && !/\/v\d|\/models|\/chat|completions|\bapi\b/i.test(line);
}

/** aiohttp writes `TransferEncodingError: 400` about a body that was cut off: no answer of a server. */
function isOfTransfer(folded: string, at: number): boolean {
  return folded.slice(Math.max(0, at - 30), at).includes('TransferEncodingError');
}

/**
 * The one number in a text that can be a status, wherever it stands: `… (request id: 1) 401`. Only where the failure
 * is certain by other signs may a number mean that much.
 * @returns null when there is none, or more than one
 */
export function loneStatus(folded: string): number | null {
  const numbers = [...folded.matchAll(loneNumber)]
    .filter((match) => !isOfTransfer(folded, match.index))
    .map((match) => Number(match[1]));
  const distinct = new Set(numbers.filter((number) => known.has(number)));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}

const loneNumber = new RegExp(
  `(?<![\\w.:/#@$-]|(?:limit|used|requested|max|step|chunk|line|port|size|total|completion|prompt|length)[ :=]{1,2})${code}(?![\\w/:-])`,
  'gi',
);
