import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { startSecurityScore } from './__testUtils__/startSecurityScore';

jest.setTimeout(120_000);

describe('securityScorePlugin', () => {
  it('starts on an empty database, and knows its routes only', async () => {
    const { server } = await startSecurityScore();
    const { status } = await request(server)
      .get('/api/security-score/v1/nothing')
      .set('Authorization', mockCredentials.service.header());
    expect(status).toBe(404);
  });
});
