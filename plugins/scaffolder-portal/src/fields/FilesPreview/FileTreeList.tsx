import styles from './FilesPreview.module.css';
import type { FileTree } from './fileTree';

/** Files in their folders, to choose from. */
export function FileTreeList(props: {
  tree: FileTree;
  current?: string;
  onChoose: (path: string) => void;
}) {
  const { tree, current, onChoose } = props;
  return (
    <ul>
      {tree.folders.map(folder => (
        <li key={folder.path}>
          <details open>
            <summary className={styles.folder}>{folder.name}</summary>
            <FileTreeList
              tree={folder.tree}
              current={current}
              onChoose={onChoose}
            />
          </details>
        </li>
      ))}
      {tree.files.map(({ name, file }) => (
        <li key={file.path}>
          <button
            type="button"
            className={styles.file}
            aria-current={file.path === current ? 'true' : undefined}
            onClick={() => onChoose(file.path)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
