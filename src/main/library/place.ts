/** Where a library must not lie: in a folder that a sync program rewrites, or on a network share (WAL needs one host). */
import { readFile, statfs } from 'node:fs/promises'
import { resolve } from 'node:path'

const SYNC_FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/[\\/]OneDrive( - [^\\/]+)?([\\/]|$)/i, 'OneDrive'],
  [/[\\/]Dropbox([\\/]|$)/i, 'Dropbox'],
  [/[\\/](Google Drive|GoogleDrive|My Drive)([\\/]|$)/i, 'Google Drive'],
  [/[\\/](iCloudDrive|Mobile Documents|com~apple~CloudDocs)([\\/]|$)/i, 'iCloud'],
  [/[\\/](Nutstore|NutstoreFiles|我的坚果云|坚果云)([\\/]|$)/i, '坚果云'],
  [/[\\/](BaiduSyncdisk|BaiduNetdiskWorkspace|百度网盘同步空间)([\\/]|$)/i, '百度网盘'],
  [/[\\/](WPSDrive|WPS云盘|WPS Cloud Files|KingsoftData)([\\/]|$)/i, 'WPS云盘'],
  [/[\\/](SynologyDrive|Syncthing|Sync)([\\/]|$)/i, '同步文件夹'],
]

const NETWORK_TYPES = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'fuse.sshfs',
  'afpfs',
  '9p',
  'davfs',
  'fuse.davfs2',
])

/** Below this the next import or export may fill the disk. */
const LOW_SPACE_BYTES = 500 * 1024 * 1024

/** The sync program that owns a folder, by its path; null when none is recognised. */
export function syncProgramOf(path: string): string | null {
  return SYNC_FOLDERS.find(([pattern]) => pattern.test(path))?.[1] ?? null
}

/** Whether a path names a network share: UNC, or a mount of a network file system in `mounts` (/proc/self/mounts). */
export function isNetworkPath(path: string, mounts: string): boolean {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(path)) return true
  let best = { point: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ')
    if (point === undefined || type === undefined) continue
    const place = point.replaceAll('\\040', ' ')
    const isInside = place === '/' || path === place || path.startsWith(`${place}/`)
    if (isInside && place.length >= best.point.length) best = { point: place, type }
  }
  return NETWORK_TYPES.has(best.type)
}

/** Sentences for the start page and the settings page. */
export async function placeWarnings(dir: string): Promise<string[]> {
  const path = resolve(dir)
  const warnings: string[] = []
  const program = syncProgramOf(path)
  if (program !== null)
    warnings.push(`案卷库在“${program}”的文件夹内，同步可能损坏数据；请在设置中换到本机的普通文件夹，用备份来转移。`)
  const mounts = process.platform === 'linux' ? await readFile('/proc/self/mounts', 'utf8').catch(() => '') : ''
  if (isNetworkPath(path, mounts)) warnings.push('案卷库在网络共享上，多人同时写入会损坏数据；请换到本机的文件夹。')
  const space = await statfs(path).catch(() => null)
  if (space !== null && space.bavail * space.bsize < LOW_SPACE_BYTES)
    warnings.push(`磁盘剩余空间只有 ${Math.round((space.bavail * space.bsize) / 1_048_576)} MB；请先腾出空间。`)
  return warnings
}
