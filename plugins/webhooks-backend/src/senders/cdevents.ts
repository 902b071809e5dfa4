import { InputError } from '@backstage/errors';
import type { IncomingHttpHeaders } from 'node:http';
import { parseJson, requireObject, textOf } from './parseJson';
import { bearerOf, headerOf, requireToken } from './secrets';
import type { DeliveryDescription, Sender } from './Sender';

/**
 * CDEvents as CloudEvents over HTTP, one, a batch, or in binary mode:
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 */
export const cdevents: Sender = {
  id: 'cdevents',
  title: 'CDEvents',
  keptHeaders: [],

  verify(headers, _rawBody, secrets) {
    const token = bearerOf(headers);
    requireToken([token], secrets, 'Authorization: Bearer <token>');
  },

  parse(headers, rawBody) {
    // Binary mode allows an event without data.
    return isBinary(headers) && rawBody.length === 0
      ? { text: '', value: undefined }
      : parseJson(rawBody);
  },

  describe(headers, { text, value }) {
    if (isBinary(headers)) {
      const event = fromBinary(headers, value);
      return [describeEvent(event, stringify(event))];
    }
    if (
      !contentType(headers).startsWith('application/cloudevents-batch+json')
    ) {
      return [describeEvent(requireObject(value), text)];
    }
    if (!Array.isArray(value)) {
      throw new InputError('The batch is no list of events, expected [ ... ]');
    }
    return value.map((item, index) => {
      try {
        const event = requireObject(item);
        return describeEvent(event, stringify(event));
      } catch (error) {
        const reason = error instanceof Error ? error.message : 'malformed';
        throw new InputError(
          `Event ${index} of the batch: ${reason}; nothing of it was taken`,
        );
      }
    });
  },

  knows: event => /^dev\.cdevents\.[a-z]+\.[a-z]+\.\d/.test(event),
};

function contentType(headers: IncomingHttpHeaders): string {
  return (headerOf(headers, 'content-type') ?? '').toLowerCase();
}

function isBinary(headers: IncomingHttpHeaders): boolean {
  return (
    headers['ce-specversion'] !== undefined &&
    !contentType(headers).startsWith('application/cloudevents')
  );
}

function fromBinary(
  headers: IncomingHttpHeaders,
  data: unknown,
): Record<string, unknown> {
  const attributes = Object.entries(headers)
    .filter(([name]) => /^ce-[a-z0-9]+$/.test(name))
    .map(([name, value]) => [name.slice(3), decode(String(value))]);
  const datacontenttype = headerOf(headers, 'content-type');
  return {
    ...Object.fromEntries(attributes),
    ...(datacontenttype && { datacontenttype }),
    ...(data !== undefined && { data }),
  };
}

// Attributes are percent-encoded where they hold anything but printable ASCII.
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function describeEvent(
  event: Record<string, unknown>,
  body: string,
): DeliveryDescription {
  const { id, source, type, specversion } = event;
  for (const [name, value] of Object.entries({ id, source, type })) {
    if (textOf(value) === undefined) {
      throw new InputError(
        `${name}: found nothing, but a CloudEvent needs it as a string`,
      );
    }
  }
  if (textOf(specversion)?.startsWith('1.') !== true) {
    throw new InputError(
      'specversion: found something else, expected "1.0" of CloudEvents',
    );
  }
  return {
    // CloudEvents: the source and the id together are unique.
    deliveryId: `${source} ${id}`,
    event: String(type),
    occurredAt: textOf(event.time),
    body,
  };
}

function stringify(event: Record<string, unknown>): string {
  try {
    return JSON.stringify(event);
  } catch {
    throw new InputError('The event is nested too deeply to be kept');
  }
}
