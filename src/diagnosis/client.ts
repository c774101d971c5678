/** Which client or SDK printed a report, where it can be told. Pure. */

/** Applications first: they carry an SDK inside, and their users know them by their own name. */
const marks: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Claude Code', /⎿ {1,2}API Error|Claude Code|~\/\.claude\b|\bclaude-cli\/|cooldown state via \/v0/i],
  [
    'Codex CLI',
    /stream disconnected before completion|exceeded retry limit, last status|OpenAI Codex v|Reconnecting\.\.\. \d|\bcodex\b.*unexpected status|unexpected status \d{3} [A-Z]/,
  ],
  ['Cherry Studio', /Cherry ?Studio|\bCherry\b|错误名称: ?AI_/i],
  ['SillyTavern', /SillyTavern|Chat completion request error|酒馆/],
  ['NextChat', /NextChat|ChatGPT-Next-Web|😆/],
  ['LobeChat', /lobe-?chat|lobehub/i],
  ['LibreChat', /LibreChat/i],
  ['Open WebUI', /open-?webui/i],
  ['Dify', /\bdify\b|PluginInvokeError/i],
  ['FastGPT', /fastgpt/i],
  ['n8n', /\bn8n\b|NodeApiError/i],
  ['AstrBot', /astrbot/i],
  ['opencode', /service=(?:llm|session\.)|\bopencode\b/i],
  ['Cline', /\bcline\b|"providerId":/i],
  ['Roo Code', /\broo ?code\b/i],
  ['Continue', /\bcontinue\.continue\b|\bContinue (?:zeigt|shows|says|affiche)/i],
  ['aider', /\baider\b/i],
  ['Cursor', /\bcursor\b/i],
  ['LiteLLM', /\blitellm\b/i],
  ['LangChain', /langchain|langgraph/i],
  ['LlamaIndex', /llama_?index/i],
  ['AutoGen', /\bautogen\b/i],
  ['Spring AI', /\b(?:Non)?TransientAiException\b|org\.springframework\.ai/],
  ['Vercel AI SDK', /\bAI_\w+Error\b|@ai-sdk\//],
  ['anthropic-python', /\banthropic\._?\w*\.?\w+Error\b|site-packages[\\/]anthropic/],
  ['anthropic-typescript', /node_modules[\\/]@anthropic-ai|anthropic-sdk-typescript/],
  ['google-genai', /google\.genai|google\.api_core|generativelanguage/],
  ['openai-python', /\bopenai\.(?:error\.)?\w+Error\b|site-packages[\\/]openai|Error code: \d{3} - \{'/],
  [
    'openai-node',
    /node_modules[\\/]openai|\bstatus code \(no body\)|BadRequestError: \d{3}|openai\/error\.mjs/,
  ],
  ['go-openai', /error, status code: \d{3}/],
  ['OpenAI .NET', /System\.ClientModel\.ClientResultException/],
  ['.NET HttpClient', /System\.Net\.Http\.HttpRequestException/],
  ['OkHttp', /\bokhttp3?\b/],
  ['reqwest', /\breqwest\b|error sending request for url/],
  ['axios', /\bAxiosError\b|Request failed with status code \d{3}/],
  ['curl', /\bcurl: \(\d+\)|^[<>*] HTTP\/|\bcurl\/\d/m],
  ['aiohttp', /\baiohttp\./],
  ['httpx', /\bhttpx\./],
  ['requests', /\brequests\.exceptions\.|\burllib3\b/],
  ['undici', /UND_ERR_|node:internal\/deps\/undici|TypeError: fetch failed/],
];

export function clientOf(folded: string): string | null {
  return marks.find(([, mark]) => mark.test(folded))?.[0] ?? null;
}
