/** One palette, two editions. The same values feed antd and the style sheet (as CSS variables), so they cannot drift. */
import { theme as antd, type ThemeConfig } from 'antd'
import type { Fold } from './preferences.ts'

export type Edition = 'light' | 'dark'
export type Palette = Readonly<Record<keyof typeof light, string>>

const light = {
  bg: '#F3F5F7',
  surface: '#FFFFFF',
  sunken: '#F8F9FB',
  raised: '#FFFFFF',
  hover: '#F1F4F8',
  selected: '#E6EEF8',
  line: '#DFE4EA',
  lineStrong: '#B4BDC8',
  lineField: '#808B99',
  ink: '#17202B',
  ink2: '#445061',
  ink3: '#5C6877',
  accent: '#1D4E89',
  accentHover: '#163D6D',
  accentBg: '#E6EEF8',
  accentLine: '#A9C1DE',
  onAccent: '#FFFFFF',
  danger: '#B3261E',
  dangerBg: '#FCEEEC',
  dangerLine: '#E7B3AE',
  noteBg: '#FBF8F0',
  noteLine: '#DDD3BB',
  grade1: '#44586E',
  grade1Bg: '#EAEFF4',
  grade2: '#7F5300',
  grade2Bg: '#FBF0D8',
  grade3: '#A8380F',
  grade3Bg: '#FCEADF',
  grade4: '#861019',
  grade4Bg: '#F7E1E2',
  track: '#E4E8ED',
  desk: '#DCE0E6',
  paper: '#FFFFFF',
  paperInk: '#111111',
  shade: '0 0 0 1px #D3D9E0, 0 8px 28px rgba(23,32,43,.16)',
}

const dark: Palette = {
  bg: '#14181D',
  surface: '#1B2026',
  sunken: '#171C21',
  raised: '#242B33',
  hover: '#232A32',
  selected: '#22344A',
  line: '#303842',
  lineStrong: '#4C5764',
  lineField: '#76828F',
  ink: '#E4E8ED',
  ink2: '#B4BDC8',
  ink3: '#95A0AD',
  accent: '#86B4EA',
  accentHover: '#A5C8F1',
  accentBg: '#22344A',
  accentLine: '#3F618A',
  onAccent: '#0E1A29',
  danger: '#FF9389',
  dangerBg: '#3A2020',
  dangerLine: '#7A3B36',
  noteBg: '#26241C',
  noteLine: '#4F4833',
  grade1: '#AEC0D3',
  grade1Bg: '#27313C',
  grade2: '#E7B955',
  grade2Bg: '#35290F',
  grade3: '#FF9E72',
  grade3Bg: '#3B2216',
  grade4: '#FF9AA2',
  grade4Bg: '#40181C',
  track: '#2B333C',
  desk: '#0F1216',
  paper: '#F4F2EC',
  paperInk: '#111111',
  shade: '0 0 0 1px #3D4753, 0 8px 28px rgba(0,0,0,.55)',
}

export const palettes: Readonly<Record<Edition, Palette>> = { light, dark }

export const fontFamily = '"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif'

/** antd's tokens; `scale` 1 to 2 is the text size. */
export function antdTheme(edition: Edition, scale: number): ThemeConfig {
  const p = palettes[edition]
  const px = (size: number) => Math.round(size * scale)
  return {
    algorithm: edition === 'dark' ? [antd.darkAlgorithm, antd.compactAlgorithm] : [antd.compactAlgorithm],
    token: {
      // compactAlgorithm takes fontSizeSM as its base: seed 16 gives 14/12/16; seed 14 would give 12/10/14
      fontSize: px(16),
      fontFamily,
      controlHeight: px(32),
      controlHeightSM: px(24),
      sizeUnit: 4 * scale,
      borderRadius: 3,
      wireframe: false,
      // by token: CSS `animation: none` would leave popovers invisible, they wait for the end of the animation
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionUnit: 0.05,
      boxShadow: 'none',
      boxShadowSecondary: p.shade,
      colorPrimary: p.accent,
      colorInfo: p.accent,
      colorLink: p.accent,
      colorLinkHover: p.accentHover,
      colorError: p.danger,
      // no green, no amber: those are grades
      colorSuccess: p.accent,
      colorWarning: p.ink2,
      colorBgLayout: p.bg,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorText: p.ink,
      colorTextSecondary: p.ink2,
      colorTextTertiary: p.ink3,
      colorTextQuaternary: p.ink3,
      colorTextPlaceholder: p.ink3,
      colorTextDescription: p.ink3,
      colorTextHeading: p.ink,
      colorTextLightSolid: p.onAccent,
      colorTextDisabled: p.ink3,
      colorBgMask: 'rgba(15, 20, 26, .38)',
      colorBorder: p.lineField,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgHover: p.hover,
      controlItemBgActive: p.selected,
      controlItemBgActiveHover: p.selected,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 400,
        paddingInline: px(10),
        paddingInlineSM: px(8),
        contentFontSizeSM: px(13),
        defaultBorderColor: p.lineStrong,
      },
      Table: {
        headerBg: p.sunken,
        headerColor: p.ink2,
        headerSplitColor: 'transparent',
        borderColor: p.line,
        rowHoverBg: p.hover,
        headerSortActiveBg: p.sunken,
        headerSortHoverBg: p.hover,
        bodySortBg: 'transparent',
        rowSelectedBg: p.selected,
        rowSelectedHoverBg: p.selected,
        cellPaddingBlockSM: px(5),
        cellPaddingInlineSM: px(8),
        cellFontSizeSM: px(13),
        headerBorderRadius: 0,
      },
      Segmented: {
        trackBg: p.track,
        itemSelectedBg: p.surface,
        itemColor: p.ink2,
        itemSelectedColor: p.ink,
        trackPadding: 2,
      },
      Popover: { titleMinWidth: 0 },
      Message: { boxShadow: p.shade },
      Modal: { contentBg: p.raised, titleFontSize: px(16) },
      Tooltip: { colorBgSpotlight: '#27313C', colorTextLightSolid: '#FFFFFF' },
      Select: { optionFontSize: px(14) },
    },
  }
}

/** Writes the palette, the text size and the fold to the root element. The style sheet counts in rem: 1 rem = 10 px at 100 %. */
export function applyLook(edition: Edition, scale: number, fold: Fold): void {
  const root = document.documentElement
  for (const [name, value] of Object.entries(palettes[edition])) root.style.setProperty(`--${name}`, value)
  root.style.colorScheme = edition
  root.style.fontSize = `${10 * scale}px`
  root.dataset.edition = edition
  root.dataset.fold = fold
}
