// The look of the console in one place: colours, space, type. CSS reads them as variables, antd as its theme.
import type { ThemeConfig } from 'antd'

export const tokens = {
  red: '#B5281C',
  redSoft: '#FBEDEA',
  ink: '#1F2328',
  quiet: '#5B626B',
  line: '#E6E2DC',
  paper: '#FAF8F5',
  card: '#FFFFFF',
  good: '#1E7F4F',
  goodSoft: '#EFF7F2',
  warn: '#8A5800',
  warnSoft: '#FCF2DF',
  late: '#B42318',
  lateSoft: '#FDECEA',
  info: '#1F5FA8',
  infoSoft: '#E9F1FA',
} as const
export type Tone = 'good' | 'warn' | 'late' | 'info' | 'quiet'

export const fonts =
  'system-ui, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/** Writes the tokens onto the page, as `--red`, `--red-soft` and so on. */
export const applyTokens = (): void => {
  const style = document.documentElement.style
  for (const [name, value] of Object.entries(tokens)) {
    style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
  }
  style.setProperty('--fonts', fonts)
}

export const antTheme: ThemeConfig = {
  token: {
    colorPrimary: tokens.red,
    colorInfo: tokens.info,
    colorSuccess: tokens.good,
    colorWarning: tokens.warn,
    colorError: tokens.late,
    // Darker under the pointer: the lighter red that is reckoned otherwise is too pale on its own ground.
    colorErrorHover: '#911C13',
    colorErrorActive: '#7A150E',
    colorLink: tokens.info,
    colorLinkHover: '#17497F',
    colorLinkActive: '#17497F',
    colorText: tokens.ink,
    colorTextSecondary: tokens.quiet,
    colorTextTertiary: tokens.quiet,
    colorTextQuaternary: tokens.quiet,
    colorTextPlaceholder: '#646B74',
    colorTextDescription: tokens.quiet,
    colorBorder: '#CFC9C0',
    colorBorderSecondary: tokens.line,
    colorBgLayout: tokens.paper,
    colorBgContainer: tokens.card,
    borderRadius: 8,
    borderRadiusLG: 10,
    fontFamily: fonts,
    fontSize: 14,
    lineHeight: 1.6,
    boxShadow: '0 6px 24px rgba(31, 35, 40, 0.12)',
    boxShadowSecondary: '0 6px 24px rgba(31, 35, 40, 0.12)',
    // Asked of antd, not of CSS: a popup whose transition is cut off never finds its place.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationSlow: '0.2s',
    motionDurationMid: '0.15s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      cellPaddingBlock: 8,
      cellPaddingInline: 12,
      headerBg: tokens.paper,
      headerColor: tokens.quiet,
      headerSplitColor: 'transparent',
      rowHoverBg: '#FBF9F6',
      rowSelectedBg: tokens.redSoft,
      rowSelectedHoverBg: tokens.redSoft,
    },
    Select: { optionSelectedBg: tokens.redSoft },
    Tabs: { itemSelectedColor: tokens.red, inkBarColor: tokens.red },
    Segmented: { itemColor: tokens.quiet, trackBg: '#F1EEE9' },
    Drawer: { footerPaddingBlock: 12 },
  },
}
