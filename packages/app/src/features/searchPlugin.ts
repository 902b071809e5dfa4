import plugin from '@backstage/plugin-search/alpha';

/** The search without its home page widget: the home page has a search of its own at its top. */
export const searchPlugin = plugin.withOverrides({
  extensions: [
    plugin
      .getExtension('home-page-widget:search/search-bar')
      .override({ disabled: true }),
  ],
});
