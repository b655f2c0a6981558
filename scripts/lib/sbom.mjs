/** What is known of a package in CycloneDX's list; more of it stays as npm wrote it. */
/** @typedef {{ name: string, version: string, scope?: string }} Component */
/** @typedef {{ metadata: { component: Record<string, unknown> }, components: Component[] }} Sbom */

/**
 * The folders of the packages that files come from, as the lock file names them: `node_modules/a/node_modules/b`.
 * @param {readonly string[]} files
 * @returns {string[]} sorted, each once
 */
export function packagesOf(files) {
  const folders = files.flatMap((file) => {
    const path = file.replaceAll('\\', '/');
    return (
      /(?:^|\/)((?:node_modules\/(?:@[^/]+\/)?[^/]+\/)*node_modules\/(?:@[^/]+\/)?[^/?]+)\//.exec(
        path,
      )?.[1] ?? []
    );
  });
  return [...new Set(folders)].sort();
}

/**
 * npm's list, with the app's own name on it, saying of each package whether it is in what a clinic gets (`required`) or was only
 * needed to make and test it (`excluded`). All that is shipped but the database is bundled, so npm cannot tell by itself.
 * @param {Sbom} listed
 * @param {{ readonly name: string, readonly version: string, readonly license: string, readonly description: string }} app
 * @param {ReadonlySet<string>} shipped as `name@version`
 * @returns {Sbom}
 */
export function shippedSbom(listed, { name, version, license, description }, shipped) {
  return {
    ...listed,
    metadata: {
      ...listed.metadata,
      component: {
        ...listed.metadata.component,
        type: 'application',
        name,
        version,
        description,
        purl: `pkg:npm/${name}@${version}`,
        licenses: [{ license: { id: license } }],
        properties: [],
      },
    },
    components: listed.components.map((component) => ({
      ...component,
      scope: shipped.has(keyOf(component)) ? 'required' : 'excluded',
    })),
  };
}

/** @param {Component} component */
export const keyOf = ({ name, version }) => `${name}@${version}`;
