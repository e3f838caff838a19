/**
 * Which fonts a PDF is set in. The faces official documents ask for are those of the machine where they are installed;
 * otherwise faces under a free licence that come with the app. Every role is an ordered list: a character the first
 * face lacks is taken from the next.
 */
import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { type FontCandidate, machineCandidates, machineFolders, rareCandidates } from './pdf/font-names.ts'
import { openFace } from './pdf/open-font.ts'

export type FontFace = {
  readonly path: string
  /** names one font of a collection (.ttc) */
  readonly postscriptName?: string
  readonly source: 'machine' | 'shipped'
  readonly licence: string
}

/** body 仿宋 · heading1 黑体 (also bold) · heading2 楷体 · title 小标宋 · song 宋体 · latin digits and letters */
export const fontRoles = ['body', 'heading1', 'heading2', 'title', 'song', 'latin', 'latinBold'] as const
export type FontRole = (typeof fontRoles)[number]
export type FontSet = Readonly<Record<FontRole, readonly FontFace[]>>

const FANDOL = 'GPL-3.0 with font exception (Fandol-COPYING.txt)'
const NOTO = 'OFL-1.1 (NotoSerifSC-OFL.txt)'
const LIBERATION = 'OFL-1.1 (Liberation-OFL.txt)'

const shippedFiles: Readonly<Record<FontRole, readonly (readonly [file: string, licence: string])[]>> = {
  body: [['FandolFang-Regular.otf', FANDOL]],
  heading1: [['FandolHei-Regular.otf', FANDOL]],
  heading2: [['FandolKai-Regular.otf', FANDOL]],
  title: [['FandolSong-Bold.otf', FANDOL]],
  song: [],
  latin: [['LiberationSerif-Regular.ttf', LIBERATION]],
  latinBold: [['LiberationSerif-Bold.ttf', LIBERATION]],
}

/** Covers all of CJK Unified Ideographs and Extension A, and 217 characters beyond. */
const shippedFallback = ['NotoSerifSC-Regular.ttf', NOTO] as const

export type FindFontsOptions = {
  /** `resources/fonts` of the app */
  readonly shippedFolder: string
  /** `shipped` never looks at the machine: the same bytes everywhere */
  readonly mode: 'machine' | 'shipped'
  /** folders to search instead of the platform's */
  readonly machineFolders?: readonly string[]
}

/** `ANJUAN_FONTS=shipped` keeps to the fonts that come with the app. */
export function fontMode(environment: Readonly<Record<string, string | undefined>>): FindFontsOptions['mode'] {
  return environment.ANJUAN_FONTS === 'shipped' ? 'shipped' : 'machine'
}

export async function findFonts(options: FindFontsOptions): Promise<FontSet> {
  const files =
    options.mode === 'shipped'
      ? new Map<string, string>()
      : await fontFiles(options.machineFolders ?? machineFolders(process.platform, homedir(), process.env))
  const fallback = shipped(options.shippedFolder, shippedFallback)
  const rare = await usable(files, rareCandidates, '国')
  const chain = async (role: FontRole): Promise<readonly FontFace[]> => {
    const own = await usable(files, machineCandidates[role], role.startsWith('latin') ? '8' : '国')
    const free = shippedFiles[role].map((entry) => shipped(options.shippedFolder, entry))
    return [...own.slice(0, 1), ...free, fallback, ...rare]
  }
  const [body, heading1, heading2, title, song, latin, latinBold] = await Promise.all(fontRoles.map(chain))
  return {
    body: body ?? [],
    heading1: heading1 ?? [],
    heading2: heading2 ?? [],
    title: title ?? [],
    song: song ?? [],
    latin: latin ?? [],
    latinBold: latinBold ?? [],
  }
}

function shipped(folder: string, [file, licence]: readonly [string, string]): FontFace {
  return { path: join(folder, file), source: 'shipped', licence }
}

/** The candidates that are installed, can be read, may be embedded and have the sample character. */
async function usable(
  files: ReadonlyMap<string, string>,
  candidates: readonly FontCandidate[],
  sample: string,
): Promise<readonly FontFace[]> {
  const faces: FontFace[] = []
  for (const candidate of candidates) {
    const path = files.get(candidate.file.toLowerCase())
    if (path === undefined) continue
    const face: FontFace = {
      path,
      ...(candidate.postscriptName === undefined ? {} : { postscriptName: candidate.postscriptName }),
      source: 'machine',
      licence: '本机已安装的字体，许可由使用单位确认',
    }
    if (await isUsable(face, sample)) faces.push(face)
  }
  return faces
}

async function isUsable(face: FontFace, sample: string): Promise<boolean> {
  const font = openFace(face, await readFile(face.path).catch(() => new Uint8Array()))
  return font?.mayEmbed === true && font.has(sample.codePointAt(0) ?? 0)
}

/** Font files below the folders by lower-case file name; the first folder wins. Folders that are not there are no error. */
async function fontFiles(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((): Dirent[] => [])
    const paths = entries
      .filter((entry) => !entry.isDirectory() && /\.(ttf|otf|ttc)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    for (const path of paths) {
      const name = basename(path).toLowerCase()
      if (!found.has(name)) found.set(name, path)
    }
  }
  return found
}
