// Words of timeline entries that are no steps of the life-cycle: what other rooms add to the story of a case.
export const moreSteps: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  split: { zh: '拆成几件', en: 'split into parts' },
  mergedIn: { zh: '有诉求并入', en: 'a duplicate merged in' },
  mergedOut: { zh: '并入已撤销', en: 'a merge undone' },
  mergedRating: { zh: '并入诉求的反映人评价', en: 'rated by the reporter of a duplicate' },
  mergedNote: { zh: '并入诉求的反映人补充', en: 'words of the reporter of a duplicate' },
}
