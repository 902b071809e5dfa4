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
    const waiting = fetch(`${server.url}/never`).catch(error => error);
    await new Promise(resolve => setTimeout(resolve, 50));
    await server.stop();
    expect(await waiting).toBeInstanceOf(TypeError);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});
