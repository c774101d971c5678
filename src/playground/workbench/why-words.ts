/** The words of an explanation, for the pane of the page and for `errdesk diagnose --why`. */
import type { AddendName } from '../../diagnosis/addend.ts';
import type { Evidence } from '../../diagnosis/diagnosis.ts';
import type { Explanation, Ranked, SpanKind, Threshold } from '../../diagnosis/explanation.ts';
import type { Language } from '../../knowledge/entry.ts';

export interface WhyWords {
  readonly verdict: Record<Explanation['verdict'] | 'nothing', string>;
  readonly unanswered: (readAs: string) => string;
  readonly uncertain: string;
  readonly threshold: Record<Threshold['name'], string>;
  readonly confidence: string;
  readonly needed: string;
  readonly nearest: string;
  readonly reasons: string;
  readonly sum: string;
  readonly ranking: string;
  readonly evidence: string;
  readonly text: string;
  readonly cut: string;
  readonly secrets: string;
  readonly entry: string;
  readonly worth: string;
  readonly kind: string;
  readonly part: string;
  readonly matched: string;
  readonly none: string;
  readonly spans: Record<SpanKind | 'alias', string>;
  readonly parts: Record<Ranked['part'], string>;
  readonly facts: Record<keyof Evidence, string>;
  readonly addends: Record<AddendName, string>;
}

const en: WhyWords = {
  verdict: {
    answered: 'Answered',
    silent: 'Silent',
    nearest: 'The nearest entries are offered',
    nothing: 'Nothing fits: the whole error is asked for',
  },
  unanswered: (readAs) =>
    `Read as ${readAs}; this message got no answer (the bot keeps to limits, or does not answer in this channel)`,
  uncertain: 'nothing certain',
  threshold: {
    channel: 'nobody asked',
    asked: 'somebody asked',
    'look-up': 'somebody asked with a code or a few words',
  },
  confidence: 'Confidence',
  needed: 'needed',
  nearest: 'nearest',
  reasons: 'Why so sure',
  sum: 'Together',
  ranking: 'Ranking',
  evidence: 'What was read',
  text: 'The text as it was read',
  cut: 'The report is long: only the places that can decide are read and shown.',
  secrets: 'Secrets taken out',
  entry: 'Entry',
  worth: 'Worth alone',
  kind: 'Found by',
  part: 'Part',
  matched: 'Matched text',
  none: 'Nothing in the text speaks for an entry.',
  spans: {
    decisive: 'decisive line',
    signature: 'signature',
    code: 'error code',
    hint: 'hint',
    status: 'status',
    exception: 'exception',
    model: 'model',
    requestId: 'request id',
    endpoint: 'endpoint',
    secret: 'taken out',
    alias: 'words',
  },
  parts: {
    decisive: 'decisive',
    same: 'same failure',
    other: 'another failure',
    'set aside': 'set aside',
    'looked up': 'looked up',
  },
  facts: {
    status: 'Status',
    code: 'Error code',
    model: 'Model',
    modelWritten: 'Model as written',
    group: 'Group',
    requestId: 'Request id',
    requestTime: 'Time in the id',
    line: 'Decisive line',
    endpoint: 'Endpoint',
    client: 'Client',
    retryAfter: 'Wait (seconds)',
  },
  addends: {
    signature: 'text that only a failing program prints',
    code: 'an error code',
    hint: 'general text',
    status: 'a status',
    exception: 'the name of an exception',
    alias: 'near to what people type',
    bareStatus: 'a bare code was asked about',
    unproven: 'nothing shows a real call',
    frame: 'who reports it: a client, a program, a person',
    agreement: 'further signs of the same cause',
    model: 'a model is named',
    ours: 'it is about calls to a language model',
    plea: 'help is asked for',
    leadIn: 'words that lead over to an error text',
    over: 'it is over',
    subject: 'errors are talked about',
    advice: 'somebody else is told what to do',
    quotedReply: 'quoted and answered',
    releaseNotes: 'release notes',
    testRun: 'a test run',
    past: 'told of the past',
    list: 'a list of codes',
    overcome: 'a later try succeeded',
    foreign: 'another program fails',
    foreignNear: 'another program fails near by',
    notOurs: 'nothing tells of a language model',
    otherAddress: 'the address is none of an API',
    limit: 'kept between 0 and 0.99',
    talkLimit: 'talk does not count against somebody who asks',
  },
};

const zh: WhyWords = {
  verdict: {
    answered: '已回答',
    silent: '保持沉默',
    nearest: '给出最接近的条目供选择',
    nothing: '没有匹配的条目：请对方粘贴完整报错',
  },
  unanswered: (readAs) => `读作 ${readAs}；这条消息没有得到回答（机器人有次数限制，或不在该频道回答）`,
  uncertain: '不确定的内容',
  threshold: {
    channel: '没有人提问',
    asked: '有人提问',
    'look-up': '有人用状态码或几个词提问',
  },
  confidence: '置信度',
  needed: '需要达到',
  nearest: '最接近',
  reasons: '置信度由来',
  sum: '合计',
  ranking: '排名',
  evidence: '读取到的信息',
  text: '读取时的文本',
  cut: '报告很长：只读取并显示可能起决定作用的部分。',
  secrets: '已去除的密钥',
  entry: '条目',
  worth: '单独分值',
  kind: '依据',
  part: '归属',
  matched: '匹配文本',
  none: '文本中没有指向任何条目的内容。',
  spans: {
    decisive: '决定性行',
    signature: '特征文本',
    code: '错误码',
    hint: '一般提示',
    status: '状态码',
    exception: '异常名',
    model: '模型',
    requestId: '请求 id',
    endpoint: '接口地址',
    secret: '已去除',
    alias: '用词',
  },
  parts: {
    decisive: '决定性',
    same: '同一故障',
    other: '另一故障',
    'set aside': '未计入',
    'looked up': '查询所得',
  },
  facts: {
    status: '状态码',
    code: '错误码',
    model: '模型',
    modelWritten: '模型（原样）',
    group: '分组',
    requestId: '请求 id',
    requestTime: 'id 中的时间',
    line: '决定性行',
    endpoint: '接口地址',
    client: '客户端',
    retryAfter: '等待（秒）',
  },
  addends: {
    signature: '只有出错的程序才会打印的文本',
    code: '错误码',
    hint: '一般性文本',
    status: '状态码',
    exception: '异常类名',
    alias: '与常用说法接近',
    bareStatus: '直接询问状态码',
    unproven: '没有真实调用的痕迹',
    frame: '报告来源：客户端、程序或人',
    agreement: '同一原因的其他迹象',
    model: '提到了模型',
    ours: '与调用语言模型有关',
    plea: '有人求助',
    leadIn: '引出报错的字词',
    over: '问题已经过去',
    subject: '只是在谈论错误',
    advice: '在给别人建议',
    quotedReply: '引用并已回复',
    releaseNotes: '发布说明',
    testRun: '测试运行',
    past: '说的是过去的事',
    list: '一串状态码的罗列',
    overcome: '后来重试成功',
    foreign: '出错的是别的程序',
    foreignNear: '附近有别的程序出错',
    notOurs: '没有与语言模型相关的内容',
    otherAddress: '地址不是 API 的地址',
    limit: '限制在 0 到 0.99 之间',
    talkLimit: '对提问者，谈论不减至更低',
  },
};

export const whyWords: Record<Language, WhyWords> = { en, zh };

type Concluded = Pick<Explanation, 'verdict' | 'entryId' | 'alternatives'>;

/** The verdict in words, with the entries that it is about. */
export function verdictText({ verdict, entryId, alternatives }: Concluded, words: WhyWords): string {
  const others = alternatives.join(', ');
  if (entryId !== null) return `${words.verdict.answered}: ${entryId}`;
  if (verdict === 'nearest')
    return others === '' ? words.verdict.nothing : `${words.verdict.nearest}: ${others}`;
  return others === '' ? words.verdict.silent : `${words.verdict.silent} (${words.nearest}: ${others})`;
}

/** The same for a message that was read like this and yet got no answer. */
export function unansweredText(concluded: Concluded, words: WhyWords): string {
  const { verdict, entryId, alternatives } = concluded;
  if (entryId === null && verdict !== 'nearest') return verdictText(concluded, words);
  const others = alternatives.length === 0 ? '' : ` (${words.nearest}: ${alternatives.join(', ')})`;
  return words.unanswered(entryId ?? `${words.uncertain}${others}`);
}
