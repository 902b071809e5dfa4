import { explainRefusal } from './explainRefusal';

const template = 'template:default/costly';

function explain(status: string, body: object | string = '') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return explainRefusal(
    new Error(`Backend request failed, ${status} ${text}`.trim()),
    template,
  );
}

describe('explainRefusal', () => {
  it.each([
    [
      '403 Forbidden',
      { error: { name: 'NotAllowedError', message: '' } },
      'NotAllowedError: A yes runs template:default/costly, which you may not do; let another member',
    ],
    [
      '404 Not Found',
      { error: { name: 'NotFoundError', message: 'Template is gone' } },
      'ConflictError: The scaffolder does not start template:default/costly: Template is gone; nothing is decided',
    ],
    [
      '400 Bad Request',
      { errors: [{ stack: 'instance.name is not a string' }] },
      'ConflictError: The scaffolder does not start template:default/costly: instance.name is not a string; nothing',
    ],
    [
      '409',
      '<html>{',
      'ConflictError: The scaffolder does not start template:default/costly; nothing is decided',
    ],
  ])('says what %s means', (status, body, said) => {
    expect(String(explain(status, body))).toContain(said);
  });

  it('leaves what is no refusal as it is', () => {
    const broken = new Error('Backend request failed, 500 Oops {}');
    const gone = new Error('connect ECONNREFUSED');
    expect(explainRefusal(broken, template)).toBe(broken);
    expect(explainRefusal(gone, template)).toBe(gone);
  });
});
