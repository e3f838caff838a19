/**
 * File names under which Windows, macOS, WPS and Office install the faces of official documents. Found by file name, not
 * by opening every font of the machine, which takes seconds.
 */
import { join } from 'node:path'
import type { FontRole } from '../fonts.ts'

export type FontCandidate = { readonly file: string; readonly postscriptName?: string }

export const machineCandidates: Readonly<Record<FontRole, readonly FontCandidate[]>> = {
  body: [
    { file: '仿宋_GB2312.ttf' },
    { file: 'simfang.ttf' },
    { file: 'FZFSK.TTF' },
    { file: '方正仿宋_GBK.ttf' },
    { file: 'STFANGSO.TTF' },
    { file: 'STFangsong.ttf' },
  ],
  heading1: [
    { file: 'simhei.ttf' },
    { file: 'FZHTK.TTF' },
    { file: '方正黑体_GBK.ttf' },
    { file: 'STHeiti Medium.ttc', postscriptName: 'STHeitiSC-Medium' },
  ],
  heading2: [
    { file: '楷体_GB2312.ttf' },
    { file: 'simkai.ttf' },
    { file: 'FZKTK.TTF' },
    { file: '方正楷体_GBK.ttf' },
    { file: 'STKAITI.TTF' },
    { file: 'Kaiti.ttc', postscriptName: 'STKaitiSC-Regular' },
  ],
  title: [
    { file: 'FZXBSJW.TTF' },
    { file: 'FZXBSJW--GB1-0.TTF' },
    { file: '方正小标宋简体.ttf' },
    { file: 'FZXBSK.TTF' },
    { file: 'FZXBSK--GBK1-0.TTF' },
    { file: '方正小标宋_GBK.ttf' },
    { file: 'STZHONGS.TTF' },
  ],
  song: [
    { file: 'simsun.ttc', postscriptName: 'SimSun' },
    { file: 'simsun.ttf' },
    { file: 'STSONG.TTF' },
    { file: 'Songti.ttc', postscriptName: 'STSongti-SC-Regular' },
  ],
  latin: [{ file: 'times.ttf' }, { file: 'Times New Roman.ttf' }, { file: 'Times_New_Roman.ttf' }],
  latinBold: [{ file: 'timesbd.ttf' }, { file: 'Times New Roman Bold.ttf' }, { file: 'Times_New_Roman_Bold.ttf' }],
}

/** Faces asked last, for names written with characters of GB 18030 that hardly any font has. */
export const rareCandidates: readonly FontCandidate[] = [
  { file: 'simsun.ttc', postscriptName: 'SimSun' },
  { file: 'simsunb.ttf' },
  { file: 'SimsunExtG.ttf' },
  { file: 'LXGWWenKai-Regular.ttf' },
  { file: 'NotoSerifCJK-Regular.ttc', postscriptName: 'NotoSerifCJKsc-Regular' },
  { file: 'HanaMinA.ttf' },
  { file: 'HanaMinB.ttf' },
  { file: 'PingFang.ttc', postscriptName: 'PingFangSC-Regular' },
]

/** Font folders of a platform, the user's own before the system's. */
export function machineFolders(
  platform: NodeJS.Platform,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  switch (platform) {
    case 'win32':
      return [
        join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts'),
        join(environment.WINDIR ?? 'C:\\Windows', 'Fonts'),
      ]
    case 'darwin':
      return [
        join(home, 'Library', 'Fonts'),
        '/Library/Fonts',
        '/System/Library/Fonts',
        '/Applications/Microsoft Word.app/Contents/Resources/DFonts',
      ]
    default:
      return [
        join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'fonts'),
        join(home, '.fonts'),
        '/usr/local/share/fonts',
        '/usr/share/fonts',
        // WPS for Linux and 统信/麒麟 keep the faces of official documents here
        '/opt/kingsoft/wps-office/office6/fonts',
      ]
  }
}
