/** The server as it must not be: the proof by power cuts has to find that out. The order matters. */
import './answer-early';
import '../../src/main/serve';
