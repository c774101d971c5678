/** Whose failure it is: that of a call to a language model, or of another program. Pure. */
import { anyOf } from './any-of.ts';

/** Words of the trade: models, their clients and gateways, their addresses. */
const llmApi = anyOf([
  /openai|anthropic|claude|\bgpt|chatgpt|gemini|deepseek|qwen|\bglm|\bgrok\b|mistral|llama|\bkimi\b|moonshot|doubao|豆包|火山|百炼|通义|千帆|混元|智谱|硅基|讯飞/,
  /\bcodex\b|\bcline\b|\bcursor\b|aider|cherry|nextchat|lobe|chatbox|dify|fastgpt|sillytavern|酒馆|沉浸式翻译/,
  /new-?api|one-?api|litellm|langchain|ollama|vllm|openrouter|siliconflow|\bllm\b|lm ?studio|obsidian|raycast|windsurf|astrbot|nonebot|langbot|open ?webui|anythingllm|typingmind|librechat|\bn8n\b|\bcoze\b|flowise|大模型|渠道|令牌|中转/,
  /\/v1(?:beta)?\b|chat\/completions|\/(?:responses|messages|embeddings|completions)\b|\bapi\d?[.-]|\/api\/(?:chat|generate)\b/,
  /base[_ ]?url|api[_ ]?base|api[_ ]?key|\bAPI (?:key|url|base|error|call|request)/,
  /error, status code:|status code \(no body\)|\bAI_\w+Error|API Error/,
]);

/** Other programs' failures, and the ports and hosts of other services. */
const otherProgram = anyOf([
  /\bnpm (?:err|error|warn)|\byarn (?:add|install|run)|\bpnpm\b|\bpip3?\b install|\bpip\._vendor|\bapt(?:-get)?\b/,
  /\bgit (?:clone|push|pull|fetch)\b|fatal: unable to access|RPC failed|send-pack|\bunexpected disconnect|ssh:/,
  /github\.com\/[\w.-]+\/[\w.-]+(?:\.git|\/)'|\bdocker (?:pull|build|push|login)\b|docker\.io|registry-1/,
  /kubelet|kubectl|ghcr\.io|ImagePull|pull(?:ing)? image|terraform|\bwsl\b/,
  /redis|\bmysql|postgres|mongo|sqlite|sqlstate|\bjdbc\b|kafka|rabbitmq|\bSMTP\b/,
  /:6379|:5432|:3306|:27017|:1433|:9200/,
  /gcloud|pypi\.org|CUDA|ggml_|torch\.|nvidia|rustc|cargo\b|\bgcc\b|cmake|javac|maven|gradle/,
  /SQLException|OperationalError|toomanyrequests|from daemon:|Authentication failed for|Git authentication|DiscordAPIError|discord\.errors|@discordjs|discord(?:app)?\.com|telegram/,
  /yt[_-]dlp|youtube|minecraft|Server thread|steam\b|solana|web3|ethereum|metamask/,
]);

export function isAboutLlmApi(text: string): boolean {
  return llmApi.test(text);
}

export function isForeignFailure(text: string): boolean {
  return otherProgram.test(text);
}
