import { LocalServer } from './LocalServer';

describe('LocalServer', () => {
  it('answers at its address until it is stopped, and leaves nobody waiting then', async () => {
    const server = await LocalServer.start((request, response) => {
      if (request.url === '/there') {
        response.end('yes');
      }
    });
    const answer = await fetch(`${server.url}/there`);
    expect(await answer.text()).toBe('yes');
    const outcomeOf = async (url: string) =>
      fetch(url).then(
        () => 'answered',
        () => 'broken off',
      );
    const waiting = outcomeOf(`${server.url}/never`);
    await new Promise(resolve => setTimeout(resolve, 50));
    const { url } = server;
    await server.stop();
    expect(await waiting).toBe('broken off');
    expect(await outcomeOf(url)).toBe('broken off');
  });
});
