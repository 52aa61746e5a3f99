package ee.sild.timeline.note;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.quarkus.logging.Log;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders notes as HTML: emphasis, code, lists, quotes, links and mentions. What is typed can be read: lists keep their
 * numbers, addresses become links, and raw HTML, images and links that are not allowed are shown as text.
 */
public final class Markdown {

    private static final Set<Class<? extends Block>> BLOCKS =
            Set.of(ListBlock.class, BlockQuote.class, FencedCodeBlock.class);
    /** The maximum nesting of quotes; for lists, half of it. Deeper ones stay as written. */
    private static final int DEPTH = 20;

    private static final Pattern NUMBER = Pattern.compile("^\\s*(\\d{1,9})([.)])");

    private static final List<AutolinkExtension> EXTENSIONS = List.of((AutolinkExtension) AutolinkExtension.builder()
            .linkTypes(EnumSet.allOf(AutolinkType.class))
            .build());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEPTH)
            .maxInlineNesting(DEPTH)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markdown() {}

    public static String html(String text) {
        return htmlOrPlain(text, words -> renderer(words).render(PARSER.parse(words)));
    }

    private static HtmlRenderer renderer(String source) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .softbreak("<br>\n")
                .attributeProviderFactory(
                        context -> (node, tag, attributes) -> attributes(node, tag, attributes, source))
                .nodeRendererFactory(context -> new NoteRenderer(context, source))
                .build();
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes, String source) {
        if (tag.equals("a")) {
            attributes.put("rel", "noopener nofollow ugc");
            attributes.put("target", "_blank");
        } else if (node instanceof OrderedList list && ")".equals(list.getMarkerDelimiter())) {
            attributes.put("class", "parenthesis");
        } else if (node instanceof ListItem && node.getParent() instanceof OrderedList && tag.equals("li")) {
            // CommonMark counts on from the first number.
            var start = node.getSourceSpans().getFirst().getInputIndex();
            var number = NUMBER.matcher(source.substring(start, Math.min(source.length(), start + 20)));
            if (number.find()) {
                attributes.put("value", number.group(1));
            }
        }
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
}
