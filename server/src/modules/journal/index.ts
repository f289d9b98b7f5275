// The journal viewer, and the daily root over all entries.
import type { Module } from '../../platform/module.ts'
import type { Parts } from '../../platform/parts.ts'

export const journalModule = (_parts: Parts): Module => ({ name: 'journal', routes: [] })
