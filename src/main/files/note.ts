import type { Statements } from '../db/statements.ts'
import type { StoredFile } from './store.ts'

/** Registers a stored file, so that rows can name it. The bytes are on the disk before. */
export function noteFile(statements: Statements, { sha256, bytes }: StoredFile, mediaType: string): void {
  statements.run('insert into file (sha256, bytes, media_type) values (?,?,?) on conflict (sha256) do nothing', [
    sha256,
    bytes,
    mediaType,
  ])
}
