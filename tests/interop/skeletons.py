"""The smallest site of each generator that posts can be written into, as files by path."""

_HUGO = """baseURL = "https://me.example/"
title = "Blog"
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"]]
inline = [["$", "$"]]
"""
_MKDOCS = """site_name: Blog
theme: {name: material}
plugins: [blog]
markdown_extensions:
  - admonition
  - footnotes
  - tables
  - attr_list
  - md_in_html
  - pymdownx.highlight
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }
"""
_DOCUSAURUS = """module.exports = {
  title: "Blog", url: "https://me.example", baseUrl: "/", onBrokenLinks: "warn",
  markdown: { hooks: { onBrokenMarkdownLinks: "warn", onBrokenMarkdownImages: "warn" } },
  themes: ["@docusaurus/theme-classic"],
  plugins: [["@docusaurus/plugin-content-blog", {
    routeBasePath: "/", onInlineTags: "ignore", onInlineAuthors: "ignore", onUntruncatedBlogPosts: "ignore",
    remarkPlugins: [require("remark-math").default], rehypePlugins: [require("rehype-katex").default],
  }]],
};
"""
_ASTRO = """import remarkMath from "remark-math";
import rehypeKatex from "rehype-katex";
export default {
  site: "https://me.example", markdown: { remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] },
};
"""
_COLLECTION = """import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";
const schema = z.object({
  title: z.string(), description: z.string().optional(),
  pubDate: z.coerce.date().optional(), updatedDate: z.coerce.date().optional(),
});
const loader = glob({ base: "./src/content/blog", pattern: "**/*.md" });
export const collections = { blog: defineCollection({ loader, schema }) };
"""
_ASTRO_PAGE = """---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  return (await getCollection("blog")).map((post) => ({ params: { slug: post.id }, props: post }));
}
const post = Astro.props;
const { Content } = await render(post);
---
<html lang="en"><head><title>{post.data.title}</title></head><body><h1>{post.data.title}</h1><Content /></body></html>
"""
_NEXT = """import createMDX from "@next/mdx";
const withMDX = createMDX({ options: {
  remarkPlugins: ["remark-frontmatter", "remark-gfm", "remark-math"], rehypePlugins: ["rehype-katex"],
} });
export default withMDX({ output: "export", trailingSlash: true, pageExtensions: ["js", "jsx", "mdx"] });
"""
_NEXT_PAGE = """import fs from "node:fs";
export const dynamicParams = false;
export function generateStaticParams() {
  return fs.readdirSync("content/posts").map((name) => ({ slug: name.replace(/\\.mdx$/, "") }));
}
export default async function Page({ params }) {
  const { slug } = await params;
  const { default: Post } = await import(`@/content/posts/${slug}.mdx`);
  return <Post />;
}
"""
SKELETONS = {
    "hugo": {
        "hugo.toml": _HUGO, "layouts/_default/single.html": "<h1>{{ .Title }}</h1>{{ .Content }}",
        "layouts/_default/list.html": "<h1>{{ .Title }}</h1>",
    },
    "jekyll": {
        "_config.yml": "title: Blog\nurl: https://me.example\nmarkdown: kramdown\npermalink: /:title/\n",
        "_layouts/post.html": "<h1>{{ page.title }}</h1>\n{{ content }}",
    },
    "mkdocs": {"mkdocs.yml": _MKDOCS, "docs/index.md": "# Home\n"},
    "docusaurus": {"docusaurus.config.js": _DOCUSAURUS, "package.json": '{"private": true}'},
    "astro": {
        "astro.config.mjs": _ASTRO, "package.json": '{"private": true, "type": "module"}',
        "src/content.config.ts": _COLLECTION, "src/pages/[...slug].astro": _ASTRO_PAGE,
    },
    "nextjs": {
        "package.json": '{"private": true}', "next.config.mjs": _NEXT,
        "mdx-components.js": "export function useMDXComponents(components) { return components; }\n",
        "app/layout.jsx":
            'export default function L({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
        "app/posts/[slug]/page.jsx": _NEXT_PAGE,
        "jsconfig.json": '{"compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["./*"]}}}',
    },
}  # fmt: skip
