import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A closed loop of connections on one thread: each sends the next exchange when it has its answer. It speaks just
 * enough HTTP to cost little, because it runs on the processors that the servers are measured on.
 */
final class Load implements AutoCloseable {

    private static final int CHECK_EVERY = 20;
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final byte[] piece = new byte[65_536];
    private final ByteBuffer buffer = ByteBuffer.wrap(piece);

    /** The answers of one run, with their times in microseconds. */
    static final class Answers {
        final Map<Integer, Integer> statuses = new TreeMap<>();
        double seconds;
        private int[] microseconds = new int[1 << 16];
        private int count;
        private int checked;
        int wrong;
        String firstWrong;

        int count() {
            return count;
        }

        double perSecond() {
            return right() / seconds;
        }

        /** The answers with the status that was asked for: the others are errors, however fast they are. */
        int right() {
            return count - wrong;
        }

        private void add(long nanoseconds, int status) {
            remember((int) (nanoseconds / 1_000));
            statuses.merge(status, 1, Integer::sum);
        }

        private void remember(int time) {
            if (count == microseconds.length) {
                microseconds = Arrays.copyOf(microseconds, count * 2);
            }
            microseconds[count++] = time;
        }

        private void add(Exchange exchange, Response response) {
            boolean right = response.status() == exchange.status();
            int items = right && checked++ % CHECK_EVERY == 0 ? response.count(exchange.marker()) : exchange.items();
            if (!right || items != exchange.items()) {
                wrong++;
                if (firstWrong == null) {
                    firstWrong = "%d items instead of %d in %s".formatted(items, exchange.items(), response);
                }
            }
        }

        /** Milliseconds that this share of the answers took at most. */
        double percentile(double share) {
            int[] sorted = Arrays.copyOf(microseconds, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[Math.min(count - 1, (int) (count * share))] / 1000.0;
        }

        /** Adds the answers of another burst of the same run. */
        void add(Answers more) {
            for (int i = 0; i < more.count; i++) {
                remember(more.microseconds[i]);
            }
            more.statuses.forEach((status, times) -> statuses.merge(status, times, Integer::sum));
            seconds += more.seconds;
            wrong += more.wrong;
            firstWrong = firstWrong == null ? more.firstWrong : firstWrong;
        }
    }

    private final class Connection {
        private final SocketChannel channel;
        private final Response response = new Response();
        private Exchange exchange;
        private int step;
        private long begun;
        private ByteBuffer unsent;

        private Connection(int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        private void begin(Exchange next) throws IOException {
            exchange = next;
            step = 0;
            begun = System.nanoTime();
            send();
        }

        private void send() throws IOException {
            response.clear();
            unsent = ByteBuffer.wrap(exchange.requests().get(step));
            flush();
        }

        private void flush() throws IOException {
            channel.write(unsent);
            channel.keyFor(selector)
                    .interestOps(
                            unsent.hasRemaining()
                                    ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                                    : SelectionKey.OP_READ);
        }

        /** Whether the exchange is complete. */
        private boolean receive() throws IOException {
            buffer.clear();
            int count = channel.read(buffer);
            if (count < 0) {
                throw new IOException("The server closed a connection after " + response);
            }
            response.add(piece, count);
            if (!response.isComplete()) {
                return false;
            }
            if (response.status() < 300 && ++step < exchange.requests().size()) {
                send();
                return false;
            }
            return true;
        }
    }

    Load(int port, int count) throws IOException {
        selector = Selector.open();
        for (int i = 0; i < count; i++) {
            connections.add(new Connection(port));
        }
    }

    /**
     * Runs for the time, or until the supplier has nothing left and returns null. Then it takes the last figures, and
     * only waits for the answers that are under way, which do not count.
     */
    Answers run(Supplier<Exchange> supply, Duration time, Runnable atTheEnd) throws IOException {
        var answers = new Answers();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        int busy = 0;
        for (var connection : connections) {
            busy += next(connection, supply);
        }
        boolean over = false;
        for (long now = start; busy > 0 && now < end + DRAIN.toNanos(); now = System.nanoTime()) {
            if (!over && now >= end) {
                over = true;
                answers.seconds = (now - start) / 1e9;
                atTheEnd.run();
            }
            selector.select(over ? 100 : Math.max(1, (end - now) / 1_000_000));
            var ready = selector.selectedKeys();
            for (var key : ready) {
                var connection = (Connection) key.attachment();
                if (key.isWritable()) {
                    connection.flush();
                }
                if (key.isReadable() && connection.receive()) {
                    busy--;
                    if (!over) {
                        answers.add(System.nanoTime() - connection.begun, connection.response.status());
                        answers.add(connection.exchange, connection.response);
                        busy += next(connection, supply);
                    }
                }
            }
            ready.clear();
        }
        if (!over) {
            answers.seconds = (System.nanoTime() - start) / 1e9;
            atTheEnd.run();
        }
        return answers;
    }

    private static int next(Connection connection, Supplier<Exchange> supply) throws IOException {
        var exchange = supply.get();
        if (exchange == null) {
            return 0;
        }
        connection.begin(exchange);
        return 1;
    }

    /** Asks once. Fails if the answer is not what it must be, unless the server is only overloaded. */
    void prove(Exchange exchange) throws IOException {
        var left = new ArrayList<>(List.of(exchange));
        var answers = run(() -> left.isEmpty() ? null : left.removeFirst(), Duration.ofSeconds(60), () -> {});
        boolean overloaded = answers.count() == 0 || answers.statuses.containsKey(503);
        if (answers.wrong > 0 && !overloaded) {
            throw new IOException("Not the expected answer: " + answers.firstWrong + " to "
                    + new String(exchange.requests().getFirst(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
