import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { textOf } from '../files/FileTree';
import type { Check, Finding } from './Check';

/** Dockerfiles: their grammar, a base image that does not move, and a user that is not root. */
export const dockerCheck: Check = {
  name: 'docker',
  how: 'dockerfile-utils (npm); structure: base image pinned, USER is not root',
  picks: tree =>
    tree.matching('**/Dockerfile', '**/Dockerfile.*', '**/*.dockerfile'),
  run: async files =>
    files.flatMap(file => checkDockerfile(file.path, textOf(file) ?? '')),
};

function checkDockerfile(file: string, text: string): Finding[] {
  const grammar = validate(text).map(({ range, message }) => ({
    file,
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
    rule: 'docker/syntax',
  }));
  const instructions = DockerfileParser.parse(text).getFROMs();
  const stages = new Set(instructions.map(from => from.getBuildStage()));
  const moving = instructions
    .filter(from => {
      const image = from.getImage() ?? '';
      const isStage = stages.has(image) || image === 'scratch';
      const isPinned =
        from.getImageDigest() ||
        (from.getImageTag() && from.getImageTag() !== 'latest');
      return !isStage && !isPinned && !image.includes('$');
    })
    .map(from => ({
      file,
      line: from.getRange().start.line + 1,
      message: `base image ${from.getImage()} has no fixed tag or digest`,
      rule: 'docker/pinned-base',
    }));
  return [...grammar, ...moving, ...checkUser(file, text)];
}

function checkUser(file: string, text: string): Finding[] {
  const lastStage = text.slice(
    Math.max(0, text.search(/^FROM (?![\s\S]*^FROM )/im)),
  );
  const user = [...lastStage.matchAll(/^\s*USER\s+(\S+)/gim)].at(-1)?.[1];
  const isRoot = !user || /^(root|0)(:|$)/.test(user);
  // These images bring a user along and start as it.
  const hasOwnUser = /^FROM .*(nonroot|-unprivileged)/im.test(lastStage);
  return isRoot && !(hasOwnUser && !user)
    ? [
        {
          file,
          line: text.split('\n').length,
          message: 'the last stage runs as root; name a USER',
          rule: 'docker/user',
        },
      ]
    : [];
}
