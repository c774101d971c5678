/** What the panes say of themselves. The words of an explanation are in ../workbench/why-words.ts. */
export type Language = 'en' | 'zh';

const en = {
  why: {
    title: 'Why?',
    intro: 'How the last report was read. Nothing but redacted text is shown.',
    noMessage: 'No report yet. Post an error in the channel, or read a text here.',
    readThis: 'Read another text',
    asked: 'Judge as for somebody who asked',
    read: 'Read',
    reading: 'Reading…',
    milliseconds: (ms: number) => `${ms.toFixed(2)} ms`,
    marks: 'Marks as a list',
  },
  entry: {
    title: 'Try an entry',
    notSaved: 'Nothing is saved until you save the file.',
    choose: 'Entry',
    chooseOne: 'Choose an entry…',
    openFile: 'Open a file…',
    notText: (name: string) => `${name} is larger than an entry can be (200 kB).`,
    discard: 'Your changes are not saved. Drop them?',
    editor: 'The entry as YAML',
    save: 'Save as file…',
    undo: 'Undo all',
    checking: 'Checking…',
    empty: 'Choose an entry or open a file to begin.',
    faults: 'What has to be mended first',
    notRun: (faults: number) => `${faults === 1 ? 'One fault' : `${faults} faults`}: no example was run.`,
    summary: (right: number, all: number, stolen: number, conflicts: number, faults: number) =>
      `${right} of ${all} texts lead where they should; ${stolen} taken from other entries; ` +
      `${conflicts} claimed twice; ${faults} other faults.`,
    adds: (id: string) => `“${id}” is a new entry.`,
    replaces: (id: string) => `“${id}” stands in for the entry of that name.`,
    line: (line: number) => `Line ${line}`,
    failed: 'Not as it should be',
    passed: 'As it should be',
    stolen: 'Taken from other entries',
    conflicts: 'Claimed by another entry too',
    example: 'Example',
    counterexample: 'Counterexample',
    leadsTo: (id: string) => `leads to ${id}`,
    silence: (nearest: string | null, confidence: string) =>
      nearest === null
        ? `leads to silence (${confidence})`
        : `leads to silence (${confidence}; nearest: ${nearest})`,
    silenced: 'leads to silence',
    leadsHere: 'must not lead here, but does',
    belongsTo: (id: string) => `An example of ${id}`,
    claimedBy: (claim: string, id: string) => `“${claim}” belongs to ${id}`,
  },
};

export type PaneWords = typeof en;

const zh: PaneWords = {
  why: {
    title: '为什么？',
    intro: '上一份报告是如何被读取的。只显示脱敏后的文本。',
    noMessage: '还没有报告。请在频道中发一条报错，或在这里读取一段文本。',
    readThis: '读取这段文本',
    asked: '按“有人提问”来判断',
    read: '读取',
    reading: '正在读取…',
    milliseconds: (ms) => `${ms.toFixed(2)} 毫秒`,
    marks: '标记列表',
  },
  entry: {
    title: '试写条目',
    notSaved: '在您保存文件之前，什么都不会被保存。',
    choose: '条目',
    chooseOne: '选择一个条目…',
    openFile: '打开文件…',
    notText: (name) => `${name} 超过了条目的大小上限（200 kB）。`,
    discard: '您的修改尚未保存。要放弃吗？',
    editor: '条目的 YAML',
    save: '另存为文件…',
    undo: '全部撤销',
    checking: '正在检查…',
    empty: '请选择一个条目或打开一个文件。',
    faults: '需要先修正的问题',
    notRun: (faults) => `${faults} 个问题：没有运行任何示例。`,
    summary: (right, all, stolen, conflicts, faults) =>
      `${all} 条文本中 ${right} 条结果正确；抢走其他条目 ${stolen} 条；重复声明 ${conflicts} 处；其他问题 ${faults} 个。`,
    adds: (id) => `“${id}”是新条目。`,
    replaces: (id) => `“${id}”替代同名条目。`,
    line: (line) => `第 ${line} 行`,
    failed: '结果不对',
    passed: '结果正确',
    stolen: '从其他条目抢走的示例',
    conflicts: '其他条目也声明了',
    example: '示例',
    counterexample: '反例',
    leadsTo: (id) => `指向 ${id}`,
    silence: (nearest, confidence) =>
      nearest === null ? `沉默（${confidence}）` : `沉默（${confidence}；最接近：${nearest}）`,
    silenced: '沉默',
    leadsHere: '不应指向这里，却指向了这里',
    belongsTo: (id) => `${id} 的示例`,
    claimedBy: (claim, id) => `“${claim}”属于 ${id}`,
  },
};

export const paneWords: Record<Language, PaneWords> = { en, zh };
