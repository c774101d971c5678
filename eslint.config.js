import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The floors of the house, lowest first. A folder may import from its own floor's folder and from floors
 * below, never from above, and folders of one floor do not know each other (knowledge/ and models/ are data
 * that anybody above may read).
 */
const floors = [
  ['knowledge', 'models', 'intake', 'telemetry', 'config'],
  ['diagnosis'],
  ['escalation'],
  ['discord', 'storage'],
  ['app'],
  ['main'],
  ['playground'],
  ['cli'],
];

/** Libraries that belong to one floor: SQL stays in storage/, Discord in discord/, the fake server in playground/. */
const keptBy = {
  'discord.js': ['discord', 'app', 'main', 'playground'],
  kysely: ['storage'],
  'node:sqlite': ['storage'],
  pg: ['storage'],
  hono: ['playground'],
  ws: ['playground'],
  rolldown: ['playground'],
  lit: ['playground/page'],
  '@skyra/discord-components-core': ['playground/page'],
  'discord-markdown-parser': ['playground/page'],
};

/**
 * The page runs in a browser: it draws with these, and of everything else it knows the shape of Discord's objects and
 * the words it exchanges with its server, both as types only.
 */
const pageMayImport = [
  'lit',
  '@skyra/discord-components-core',
  'discord-markdown-parser',
  'discord-api-types/v10',
];

function forbiddenFor(folder, floor) {
  const above = floors
    .slice(floor)
    .flat()
    .filter((other) => other !== folder);
  const libraries = Object.entries(keptBy).filter(([, owners]) => !owners.includes(folder));
  return [
    {
      regex: `^(\\.\\./)+(${above.join('|')})(/|\\.ts$)|^\\./(${above.join('|')})(/|\\.ts$)`,
      message: `${folder} may only import from floors below it`,
    },
    ...libraries.map(([name, owners]) => ({
      regex: `^${name.replace('.', '\\.')}(/|$)`,
      message: `${name} is for ${owners.join(', ')} only`,
    })),
  ];
}

export default tseslint.config(
  { ignores: ['node_modules', 'coverage', 'eslint.config.js'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-console': 'error',
    },
  },
  ...floors.flatMap((folders, floor) =>
    folders.map((folder) => ({
      files: [`src/${folder}/**/*.ts`, `src/${folder}.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns: forbiddenFor(folder, floor) }] },
    })),
  ),
  {
    files: ['src/playground/page/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(?!\\.|(${pageMayImport.join('|')})(/|$))`,
              message: `the page may only import ${pageMayImport.join(', ')}`,
            },
            {
              regex: '/(gateway|people|rest|terminal|web|world)/(?!protocol\\.ts$)',
              message: 'the page knows nothing of the server but web/protocol.ts',
            },
            {
              regex: 'web/protocol\\.ts$',
              allowTypeImports: true,
              message: 'the page knows only the types of web/protocol.ts',
            },
          ],
        },
      ],
    },
  },
);
