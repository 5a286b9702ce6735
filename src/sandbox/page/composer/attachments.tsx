// The files of a message that is being written.
import { useRef } from 'preact/hooks';
import type { UploadedFile } from '../../protocol.js';
import type { Session } from '../state/session.js';
import { pageText } from '../text.js';

/** Opens the browser's file dialog and uploads what is chosen. */
export function AttachButton({
  session,
  onAttach,
}: {
  readonly session: Session;
  onAttach(files: readonly UploadedFile[]): void;
}) {
  const input = useRef<HTMLInputElement>(null);

  async function upload(chosen: FileList | null): Promise<void> {
    try {
      onAttach(await Promise.all([...(chosen ?? [])].map((file) => session.upload(file))));
    } catch (error) {
      session.change({ kind: 'notice', notice: error instanceof Error ? error.message : String(error) });
    }
  }

  return (
    <>
      <button
        type="button"
        class="attach"
        aria-label={pageText.attach}
        title={pageText.attach}
        onClick={() => input.current?.click()}
      >
        +
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const { currentTarget } = event;
          void upload(currentTarget.files).then(() => {
            currentTarget.value = '';
          });
        }}
      />
    </>
  );
}

/** The chosen files, each with a button that removes it. */
export function AttachedFiles({
  files,
  onChange,
}: {
  readonly files: readonly UploadedFile[];
  onChange(files: readonly UploadedFile[]): void;
}) {
  if (files.length === 0) return null;
  return (
    <ul class="attached">
      {files.map((file) => (
        <li key={file.id}>
          {file.name}
          <button
            type="button"
            class="link-button"
            aria-label={pageText.detach(file.name)}
            onClick={() => onChange(files.filter((other) => other !== file))}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}
