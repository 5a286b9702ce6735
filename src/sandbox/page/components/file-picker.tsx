// Chooses files and uploads them to the sandbox, for attachment options, forms and messages.
import { useState } from 'preact/hooks';
import type { UploadedFile } from '../../protocol.js';
import type { Session } from '../state/session.js';
import { pageText } from '../text.js';

/** The browser's own file input, which also takes dropped files. */
export function FilePicker({
  id,
  name,
  types = [],
  max = 1,
  isInvalid = false,
  describedBy,
  session,
  onFocus,
  onChange,
}: {
  readonly id?: string | undefined;
  readonly name: string;
  /** Discord's groups and extensions. Empty: any file. */
  readonly types?: readonly string[] | undefined;
  readonly max?: number | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly session: Session;
  onFocus?(): void;
  onChange(files: readonly UploadedFile[]): void;
}) {
  const [problem, setProblem] = useState<string>();
  const [isUploading, setUploading] = useState(false);

  async function upload(chosen: FileList | null): Promise<void> {
    setProblem(undefined);
    onChange([]);
    setUploading(true);
    try {
      onChange(await Promise.all([...(chosen ?? [])].slice(0, max).map((file) => session.upload(file))));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setUploading(false);
  }

  return (
    <span class="file-picker">
      <input
        type="file"
        id={id}
        name={name}
        multiple={max > 1}
        accept={types.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',')}
        aria-invalid={isInvalid || problem !== undefined}
        aria-describedby={describedBy}
        onFocus={onFocus}
        onChange={(event) => void upload(event.currentTarget.files)}
      />
      {isUploading ? <small>{pageText.uploading}</small> : null}
      {problem === undefined ? null : (
        <small class="failure" role="alert">
          {problem}
        </small>
      )}
    </span>
  );
}
