/** Exception classes of the SDKs, and the status each stands for (openai-python, openai-node, anthropic, litellm). Pure. */
const statusOfException: Record<string, number> = {
  BadRequestError: 400,
  AuthenticationError: 401,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  InternalServerError: 500,
  ServiceUnavailableError: 503,
  OverloadedError: 529,
};

const exceptionName = new RegExp(`\\b(${Object.keys(statusOfException).join('|')})\\b`, 'g');

export interface ExceptionMention {
  readonly name: string;
  readonly status: number;
  readonly start: number;
}

export function findExceptions(folded: string): ExceptionMention[] {
  return [...folded.matchAll(exceptionName)].map((match) => ({
    name: match[0],
    status: statusOfException[match[0]] ?? 500,
    start: match.index,
  }));
}
