package fr.brume.web.boot;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Everything else under {@code /boot}: not there, in words. */
@WebServlet("/boot/*")
public class UnknownBootServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainAnswer.refuse(response, HttpServletResponse.SC_NOT_FOUND, "No such file");
    }
}
