package dev.yank.harness.cli;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;

/// Shows the files of one folder to browsers on this machine, and to nobody else.
final class LoopbackServer implements AutoCloseable {

    private static final int FORBIDDEN = 403;
    private static final int DEFAULT_BACKLOG = 0;

    private final HttpServer server;

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    /// Serves a folder until it is closed.
    ///
    /// @param port where; 0 for any that is free
    /// @throws IOException where the port cannot be had
    static LoopbackServer of(Path folder, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(
                address,
                DEFAULT_BACKLOG,
                "/",
                SimpleFileServer.createFileHandler(folder.toRealPath()),
                new LocalNamesOnly());
        server.start();
        return new LoopbackServer(server);
    }

    /// Where a browser finds it, with a slash at the end.
    String address() {
        InetSocketAddress address = server.getAddress();
        return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// A page from elsewhere can have its own name lead to this machine; the browser then says that name.
    private static final class LocalNamesOnly extends Filter {

        @Override
        public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"))
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst(":[0-9]+$", "");
            if (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]")) {
                chain.doFilter(exchange);
            } else {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
                exchange.close();
            }
        }

        @Override
        public String description() {
            return "Answers only under the names of this machine.";
        }
    }
}
