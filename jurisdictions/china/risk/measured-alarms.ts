// How often the methods alarmed falsely on published weekly series outside known outbreaks, as bench/alarms.ts measured it.
export const measuredAlarms = {
  measured: '2026-11-25',
  series: ['S. Agona, UK', 'S. Newport, DE', 's1', 'k1'],
  /** Per cent of weeks without a known outbreak; null where the series is too short for the method. */
  falsePerCent: {
    farrington: ['0.0', '0.5', null, null],
    earsC1: ['6.3', '3.6', '4.0', '6.4'],
    earsC2: ['6.3', '3.1', '5.6', '8.0'],
    earsC3: ['20.8', '13.3', '13.0', '21.9'],
    cusum: ['0.0', '0.0', '0.0', '4.6'],
  },
} as const
