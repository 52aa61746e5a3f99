package ee.sild.timeline.note;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Renders links of the allowed schemes, and mentions. Everything else that Markdown would drop stays as it was typed:
 * other links, images (an external one would tell its server who reads the note) and definitions of links.
 */
final class NoteRenderer implements NodeRenderer {

    private static final Pattern ALLOWED =
            Pattern.compile("(?:https?://|mailto:)[^\\s].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Map<String, String> MENTION = Map.of("class", "mention");

    private final HtmlNodeRendererContext context;
    private final CoreHtmlNodeRenderer links;
    private final String source;

    NoteRenderer(HtmlNodeRendererContext context, String source) {
        this.context = context;
        this.links = new CoreHtmlNodeRenderer(context);
        this.source = source;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, Image.class, LinkReferenceDefinition.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Link link when ALLOWED.matcher(link.getDestination()).matches() -> links.render(link);
            case Link link when MentionTokens.in(typed(link)).size() == 1 -> mention(link);
            case LinkReferenceDefinition definition -> definition(definition);
            default -> text(typed(node));
        }
    }

    private void mention(Link link) {
        context.getWriter().tag("span", MENTION);
        for (var child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        context.getWriter().tag("/span");
    }

    private void definition(Node node) {
        context.getWriter().line();
        context.getWriter().tag("p");
        text(typed(node));
        context.getWriter().tag("/p");
        context.getWriter().line();
    }

    private void text(String typed) {
        var lines = List.of(typed.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            context.getWriter().raw(i == 0 ? "" : context.getSoftbreak());
            context.getWriter().text(lines.get(i));
        }
    }

    private String typed(Node node) {
        return node.getSourceSpans().stream()
                .map(span -> source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .collect(Collectors.joining("\n"));
    }
}
