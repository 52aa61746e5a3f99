package ee.sild.timeline.note;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.quarkus.logging.Log;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders notes as HTML: emphasis, code, lists, quotes and links. Raw HTML is shown as text, unsafe links lose their
 * target, and images become text.
 */
public final class Markdown {

    private static final Set<Class<? extends Block>> BLOCKS =
            Set.of(ListBlock.class, BlockQuote.class, FencedCodeBlock.class);
    /** The maximum nesting of quotes; for lists, half of it. Deeper ones stay as written. */
    private static final int DEPTH = 20;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEPTH)
            .maxInlineNesting(DEPTH)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (tag.equals("a")) {
                    attributes.put("rel", "noopener nofollow ugc");
                    attributes.put("target", "_blank");
                }
            })
            .nodeRendererFactory(ImageAsText::new)
            .build();

    private Markdown() {}

    public static String html(String text) {
        return htmlOrPlain(text, words -> HTML.render(PARSER.parse(words)));
    }

    /** Shows a note that cannot be rendered as plain text, so that it does not break the other entries. */
    static String htmlOrPlain(String text, UnaryOperator<String> renderer) {
        try {
            return renderer.apply(text);
        } catch (RuntimeException | StackOverflowError e) {
            Log.warn("A note is shown as plain text: " + e);
            var escaped = new StringBuilder();
            new HtmlWriter(escaped).text(text);
            return "<p>" + escaped.toString().replace("\n", "<br>\n") + "</p>\n";
        }
    }

    /** An external image would tell its server who reads the note. */
    private record ImageAsText(HtmlNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
