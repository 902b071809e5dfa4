import { ConfigReader } from '@backstage/config';
import { readPersonas } from './readPersonas';

function read(...personas: { id: string; userEntityRef: string }[]) {
  return readPersonas(new ConfigReader({ portal: { signIn: { personas } } }));
}

describe('readPersonas', () => {
  it('reads personas in order, with full references', () => {
    expect(
      read(
        { id: 'reader', userEntityRef: 'jane' },
        { id: 'platform-engineer', userEntityRef: 'User:ops/Ann' },
      ),
    ).toEqual([
      { id: 'reader', userEntityRef: 'user:default/jane' },
      { id: 'platform-engineer', userEntityRef: 'user:ops/ann' },
    ]);
    expect(readPersonas(new ConfigReader({}))).toEqual([]);
  });

  it('names the line that is wrong', () => {
    const jane = { id: 'reader', userEntityRef: 'user:default/jane' };
    expect(() => read(jane, jane)).toThrow(/two personas with the id 'reader'/);
    expect(() => read(jane, { ...jane, id: 'A b' })).toThrow(
      /portal\.signIn\.personas\[1\]\.id is 'A b'/,
    );
    expect(() => read({ id: 'x', userEntityRef: 'group:default/a' })).toThrow(
      /personas\[0\]\.userEntityRef is 'group:default\/a', which names no user/,
    );
    expect(() => read({ id: 'x', userEntityRef: 'user:' })).toThrow(
      /names no user: write it as user:default\/name/,
    );
  });
});
