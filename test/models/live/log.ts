/** A log that is read by a test. */
export function createTestLog() {
  const lines: { level: 'info' | 'warn'; message: string; fields: Readonly<Record<string, unknown>> }[] = [];
  const write = (level: 'info' | 'warn') => (fields: object, message: string) => {
    lines.push({ level, message, fields: { ...fields } });
  };
  return {
    lines,
    messages: () => lines.map(({ message }) => message),
    info: write('info'),
    warn: write('warn'),
  };
}
