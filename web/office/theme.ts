// The look of Ant Design's controls: the accent of the public site, dense, calm.
import type { ThemeConfig } from 'antd'

/** Large type is larger everywhere, as on the public site. */
const fonts = [
  '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans"',
  '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", sans-serif',
].join(', ')

export const theme = (large: boolean): ThemeConfig => ({
  token: {
    colorPrimary: '#0f4c5c',
    colorLink: '#0b5a7a',
    colorInfo: '#0f4c5c',
    colorError: '#a3201d',
    colorWarning: '#8a5a00',
    colorSuccess: '#1a6b3c',
    colorText: '#16242f',
    colorTextSecondary: '#51636f',
    colorTextPlaceholder: '#66757f',
    colorTextDescription: '#51636f',
    colorBorder: '#8b9aa3',
    colorErrorBg: '#fbe6e4',
    colorErrorBorder: '#dd9a96',
    colorWarningBg: '#fdf1d8',
    colorWarningBorder: '#e0c27f',
    colorSuccessBg: '#e3f2e8',
    colorSuccessBorder: '#9fcdb1',
    borderRadius: 4,
    fontSize: large ? 20 : 14,
    controlHeight: large ? 44 : 34,
    fontFamily: fonts,
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
})
