/** Where clients, gateways and people write an HTTP status; group 1 or 2 is the number. Every repetition is bounded. Data. */

/** Statuses that gateways really send: no other number is a status. */
export const known: ReadonlySet<number> = new Set([
  400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 422, 424, 429, 498, 500, 501, 502, 503, 504, 520, 521,
  522, 523, 524, 525, 526, 529,
]);

/** Not a part of a longer number, and not a count of something. */
const code =
  '([45]\\d\\d)(?!\\d|\\.\\d|%|/|[a-z]|\\s?(?:多|个|次|条|人|张|块|元|字|秒|分|倍|页|行|万|刀|ms\\b|tokens\\b|users?\\b|times\\b|requests?\\b|px\\b|MB\\b|KB\\b|rpm\\b))';

/** Not the port of an address, nor a part of a word or path. */
const notPort = '(?<![\\w./-]|(?:localhost|\\.[a-z]{2,10}|\\d):)';

export const reasonPhrases: Readonly<Record<number, string>> = {
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

/** A client or a body states it. */
export const stated: readonly RegExp[] = [
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
  // http=503 · unexpected status 503 · last status: 429 · status: 405 · Status 403 · "status": 403 · "code": 404
  new RegExp(
    `\\b(?:(?:unexpected |last |response |http )?status|code|errcode|raw_status_code|http_code|http(?==))["']?\\s{0,2}[:= ]\\s{0,2}["'(]?${code}(?=[\\s"',;:.)}\\]]|$)`,
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

/** A log line of an access. */
export const accessed: readonly RegExp[] = [
  // "HTTP/1.1 503 Service Unavailable"
  new RegExp(`\\bHTTP/[\\d.]{1,3}["']? ${code}`, 'gi'),
];

/** A person says it. */
export const said: readonly RegExp[] = [
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

/** `503 Service Unavailable`, `404 (Not Found)`: a number before a capital letter. */
export const numberBeforePhrase = new RegExp(`${notPort}([45]\\d\\d):? \\(?(?=[A-Z])`, 'g');

/** A number that is neither a part of something nor a figure of a limit. */
export const loneNumber = new RegExp(
  `(?<![\\w.:/#@$-]|(?:limit|used|requested|max|step|chunk|line|port|size|total|completion|prompt|length)[ :=]{1,2})${code}(?![\\w/:-])`,
  'gi',
);
