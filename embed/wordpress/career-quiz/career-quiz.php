<?php
/**
 * Plugin Name:       Career quiz
 * Description:       The career quiz in a post: as a block, and as the shortcode [career_quiz].
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The career-quiz authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       career-quiz
 *
 * WordPress takes <career-quiz> out of what an author writes. What a plugin writes in its place
 * stays, so the element is made here, of attributes that are checked one by one.
 */

defined( 'ABSPATH' ) || exit;

/** Where the files of dist/ are. Anywhere but on this site, they must come with CORS headers. */
function career_quiz_url() {
	return trailingslashit( apply_filters( 'career_quiz_url', plugins_url( 'quiz', __FILE__ ) ) );
}

/** The element's attributes, and the names the block knows them by. */
function career_quiz_attributes() {
	return array(
		'src'           => 'src',
		'lang'          => 'lang',
		'theme'         => 'theme',
		'heading-level' => 'headingLevel',
		'instance'      => 'instance',
		'share-url'     => 'shareUrl',
	);
}

/** An attribute's value as it may stand between quotes; empty if it may not stand there at all. */
function career_quiz_escape( $name, $value ) {
	$value = is_scalar( $value ) ? trim( (string) $value ) : '';
	switch ( $name ) {
		case 'src':
		case 'share-url':
			return esc_url( $value, array( 'http', 'https' ) );
		case 'theme':
			return in_array( $value, array( 'light', 'dark', 'auto' ), true ) ? $value : '';
		case 'lang':
			return preg_match( '/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/', $value ) ? $value : '';
		case 'heading-level':
			return preg_match( '/^[1-6]$/', $value ) ? $value : '';
		default:
			return esc_attr( $value );
	}
}

/** The element, with a link for where it cannot run, and its script on the way. */
function career_quiz_element( $given ) {
	career_quiz_load();
	$attributes = '';
	foreach ( array_keys( career_quiz_attributes() ) as $name ) {
		$value = career_quiz_escape( $name, isset( $given[ $name ] ) ? $given[ $name ] : '' );
		if ( '' !== $value ) {
			$attributes .= sprintf( ' %s="%s"', $name, $value );
		}
	}
	return sprintf(
		'<career-quiz%s><a href="%s">%s</a></career-quiz>',
		$attributes,
		esc_url( career_quiz_url() . 'index.html' ),
		esc_html__( 'Take the quiz', 'career-quiz' )
	);
}

function career_quiz_shortcode( $given ) {
	// Without attributes, WordPress gives an empty string.
	return career_quiz_element( (array) $given );
}
add_shortcode( 'career_quiz', 'career_quiz_shortcode' );

function career_quiz_block( $given ) {
	$attributes = array();
	foreach ( career_quiz_attributes() as $name => $in_block ) {
		$attributes[ $name ] = isset( $given[ $in_block ] ) ? $given[ $in_block ] : '';
	}
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), career_quiz_element( $attributes ) );
}

function career_quiz_register() {
	register_block_type( __DIR__, array( 'render_callback' => 'career_quiz_block' ) );
}
add_action( 'init', 'career_quiz_register' );

/** Loads the script, once and only on a page that has come to a quiz. */
function career_quiz_load() {
	$script = career_quiz_url() . 'career-quiz.js';
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( 'career-quiz', $script, array(), null );
	} else {
		wp_enqueue_script( 'career-quiz', $script, array(), null, true );
	}
}

/** Before 6.5, WordPress has no modules: there, the plain script's tag becomes one. */
function career_quiz_module_tag( $tag, $handle, $src ) {
	if ( 'career-quiz' !== $handle ) {
		return $tag;
	}
	return sprintf( '<script type="module" src="%s" id="career-quiz-js"></script>' . "\n", esc_url( $src ) );
}
add_filter( 'script_loader_tag', 'career_quiz_module_tag', 10, 3 );

/** Says what is missing to whoever can bring it. */
function career_quiz_notice() {
	if ( has_filter( 'career_quiz_url' ) || file_exists( __DIR__ . '/quiz/career-quiz.js' ) || ! current_user_can( 'activate_plugins' ) ) {
		return;
	}
	printf(
		'<div class="notice notice-error"><p>%s</p></div>',
		/* translators: %s: the name of a folder */
		esc_html( sprintf( __( 'Career quiz: copy the files of dist/ to %s.', 'career-quiz' ), __DIR__ . '/quiz/' ) )
	);
}
add_action( 'admin_notices', 'career_quiz_notice' );
