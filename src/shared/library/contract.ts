import { command, query, task } from '../method.ts'
import { Count, Id, Instant, Line, Name, z } from '../schema.ts'

export const Bureau = z.strictObject({
  name: Name,
  level: z.enum(['county', 'city', 'province', 'state']),
  province: Line.nullable(),
  city: Line.nullable(),
  district: Line.nullable(),
})
export const LibraryStatus = z.strictObject({
  path: z.string(),
  appVersion: Line,
  isSetUp: z.boolean(),
  caseCount: Count,
  archivedCount: Count,
  bureau: Bureau,
  user: z.strictObject({ id: Id, name: Line, position: Line.nullable() }),
  /** sentences about the place of the library (sync folder, network share) and free space */
  warnings: z.array(z.string()),
  /** other libraries that were open on this computer, the last one first */
  recent: z.array(z.string()),
  /** `browser`: loopback host; folders are typed, files are downloaded */
  host: z.enum(['electron', 'browser', 'cli']),
  now: Instant,
})
export type LibraryStatus = z.output<typeof LibraryStatus>

export const libraryContract = {
  'library.status': query('案卷库状态', z.strictObject({}), LibraryStatus),
  'library.setUp': command(
    '设置机关和用户',
    z.strictObject({ bureau: Bureau, userName: Name, position: Line.nullable() }),
    z.strictObject({}),
    { touches: ['library', 'setting'], isUndoable: false },
  ),
  /** opens or creates a library in another folder (`isKnown`: opens only); the page must ask everything anew */
  'library.open': task(
    '打开案卷库',
    z.strictObject({ path: Line.min(1), isKnown: z.boolean().optional() }),
    z.strictObject({ path: z.string() }),
    ['library', 'case', 'report', 'setting', 'audit'],
  ),
  'library.verify': task(
    '检查案卷库',
    z.strictObject({}),
    z.strictObject({ faults: z.array(z.string()), checkedFiles: Count, checkedEntries: Count }),
    [],
  ),
  'library.backup': task('备份案卷库', z.strictObject({}), z.strictObject({ file: z.string(), bytes: Count }), [
    'library',
  ]),
  'setting.get': query(
    '读取设置',
    z.strictObject({ key: Line }),
    z.strictObject({ value: z.json().nullable(), basis: Line.nullable(), recordedOn: Line.nullable() }),
  ),
  'setting.put': command('修改设置', z.strictObject({ key: Line, value: z.json(), basis: Line }), z.strictObject({}), {
    touches: ['setting', 'library'],
    isUndoable: false,
  }),
}
