import { isPortFree } from '../support/processes.mjs';
import { UserFacingError } from '../support/UserFacingError.mjs';

const DEFAULT_PORT = 7007;

/** The port that `PORT` names, or 7007, once it is known to be free. */
export async function choosePort(env = process.env) {
  const text = env.PORT || String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new UserFacingError(
      `PORT is '${text}', which is no port. Use a number from 1 to 65535.`,
    );
  }
  if (!(await isPortFree(port))) {
    throw new UserFacingError(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${
        port + 1
      } npm start.`,
    );
  }
  return port;
}
