export { consumer, deadLetter, sender } from './fixtures';
export { InMemoryWebhooksApi } from './InMemoryWebhooksApi';
