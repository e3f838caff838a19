import { expect, test } from 'vitest'
import { isNetworkPath, syncProgramOf } from '../../src/main/library/place.ts'

test.each([
  ['C:\\Users\\li\\OneDrive - 某局\\案卷库', 'OneDrive'],
  ['D:\\我的坚果云\\案卷', '坚果云'],
  ['/home/li/Dropbox/cases', 'Dropbox'],
  ['C:\\Users\\li\\WPSDrive\\1\\案卷', 'WPS云盘'],
  ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/x', 'iCloud'],
  ['D:\\案卷库', null],
  ['/home/li/OneDriver/x', null],
])('%s lies in %s', (path, program) => {
  expect(syncProgramOf(path)).toBe(program)
})

const MOUNTS = `/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/home /mnt/nfs\\040home nfs4 rw 0 0`

test.each([
  ['\\\\server\\share\\案卷库', true],
  ['//server/share/x', true],
  ['/mnt/share/案卷库', true],
  ['/mnt/nfs home/x', true],
  ['/mnt/shared/x', false],
  ['/home/li/案卷库', false],
  ['C:\\案卷库', false],
])('%s is on the network: %s', (path, isNetwork) => {
  expect(isNetworkPath(path, MOUNTS)).toBe(isNetwork)
})
