/** Lists of models as platforms answer with them, shortened. */

export const openAi = {
  success: true,
  object: 'list',
  data: [
    {
      id: 'gpt-4o',
      object: 'model',
      created: 1626777600,
      owned_by: 'openai',
      supported_endpoint_types: null,
    },
    { id: 'glm-5', object: 'model', created: 1626777600, owned_by: 'zhipu' },
  ],
};

export const anthropic = {
  data: [
    { type: 'model', id: 'claude-opus-4-8', display_name: 'Claude', created_at: '2026-01-01T00:00:00Z' },
  ],
  first_id: 'claude-opus-4-8',
  last_id: 'claude-opus-4-8',
  has_more: false,
};

export const gemini = {
  models: [
    { name: 'models/gemini-2.5-pro', version: '2.5', supportedGenerationMethods: ['generateContent'] },
    { name: 'models/gemini-2.5-flash', version: '2.5' },
  ],
};

export const newApi = {
  success: true,
  data: [
    {
      model_name: 'gpt-4o',
      quota_type: 0,
      model_ratio: 1.25,
      enable_groups: ['default', 'vip'],
      supported_endpoint_types: ['openai'],
    },
    { model_name: 'glm-5', quota_type: 0, enable_groups: ['vip'], vendor_id: 3 },
    { model_name: 'mj_imagine', quota_type: 1, model_price: 0.1, enable_groups: ['all'] },
  ],
  vendors: [{ id: 3, name: 'Zhipu' }],
  group_ratio: { default: 1, vip: 0.8, cheap: 0.5 },
  usable_group: { default: '默认分组', beta: 'beta', auto: '自动' },
  supported_endpoint: { openai: { path: '/v1/chat/completions', method: 'POST' } },
  auto_groups: ['cheap', 'default'],
  pricing_version: 'a42d372ccf0b5dd13ecf71203521f9d2',
};

export const newApi2025 = {
  success: true,
  data: [{ model_name: 'gpt-4o', quota_type: 0, model_ratio: 1.25, enable_groups: ['default'] }],
  group_ratio: { default: 1 },
  usable_group: { default: '默认分组' },
};

export const oneHub = {
  success: true,
  data: {
    'gpt-4o': {
      groups: ['default', 'vip'],
      owned_by: 'OpenAI',
      price: { model: 'gpt-4o', type: 'tokens', input: 1.25, output: 5 },
    },
    'glm-5': { groups: ['vip'], owned_by: 'Zhipu', price: null },
  },
};
