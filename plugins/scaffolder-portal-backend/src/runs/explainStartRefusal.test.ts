import { explainStartRefusal } from './explainStartRefusal';

const template = 'template:default/costly';

describe('explainStartRefusal', () => {
  it('says what the scaffolder refused, and leaves the rest', () => {
    expect(
      String(
        explainStartRefusal(
          new Error('Backend request failed, 403 Forbidden {}'),
          template,
        ),
      ),
    ).toBe(
      'NotAllowedError: You may not run template:default/costly; ask an administrator of the portal for the permission scaffolder.task.create',
    );
    expect(
      String(
        explainStartRefusal(
          new Error(
            'Backend request failed, 400 Bad {"errors":[{"message":"secrets are missing"}]}',
          ),
          template,
        ),
      ),
    ).toBe(
      'InputError: The scaffolder does not start template:default/costly: secrets are missing; nothing was made',
    );
    const broken = new Error('connect ECONNREFUSED');
    expect(explainStartRefusal(broken, template)).toBe(broken);
  });
});
